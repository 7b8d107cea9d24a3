// Where server.mjs puts the page: under a sub-path, as many hosts do.
export const PREFIX = '/tools/counterbalance/';
