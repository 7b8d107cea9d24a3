// Where server.mjs puts the page: under a sub-path, as many hosts do.
export const PREFIX = '/tools/counterbalance/';
/** The port of a benchmark's server. */
export const PORT = Number(process.env.PORT ?? 4274);
