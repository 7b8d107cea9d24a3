#!/usr/bin/env bash
# Sends a study through PySpark's pipe and holds it against one run without Spark.
# PySpark goes to .tools/interop, once, at the pinned version.
#
#   scripts/interop.sh            compares
#   scripts/interop.sh --record   compares, and writes the fixture that tests/cli/batch/cluster.rs reads
set -euo pipefail
cd "$(dirname "$0")/.."
source scripts/versions.sh

refuse() {
  echo "interop: $1" >&2
  exit 1
}

needs_java="PySpark $PYSPARK_VERSION needs Java 17 (11 will do): install a JRE, for example Debian's openjdk-17-jre-headless, or point JAVA_HOME to one"
java="${JAVA_HOME:+$JAVA_HOME/bin/}java"
command -v "$java" >/dev/null || refuse "there is no Java here. $needs_java."
said=$("$java" -version 2>&1) || refuse "$java does not run. $needs_java."
# 17.0.15 is Java 17, 1.8.0_452 is Java 8.
java_major=$(sed -nE 's/.*version "(1\.)?([0-9]+).*/\2/p' <<<"$said" | head -1)
[ "${java_major:-0}" -ge 11 ] || refuse "Java ${java_major:-of an unknown version} is too old. $needs_java."

python="${PYTHON:-python3}"
needs_python="PySpark $PYSPARK_VERSION needs Python 3.8 to 3.12: install one, or name it as PYTHON=python3.11"
command -v "$python" >/dev/null || refuse "there is no $python here. $needs_python."
"$python" -c 'import sys; sys.exit(not (3, 8) <= sys.version_info[:2] <= (3, 12))' ||
  refuse "$("$python" --version) will not do. $needs_python."

program="${CARGO_TARGET_DIR:-$PWD/target}/terminal/counterbalance"
[ -x "$program" ] || refuse "$program is not built; make terminal builds it."

place="$PWD/.tools/interop"
stamp="$place/pyspark-$PYSPARK_VERSION"
if [ ! -e "$stamp" ]; then
  echo "interop: installing PySpark $PYSPARK_VERSION"
  rm -rf "$place"
  "$python" -m venv "$place" || refuse "no virtual environment could be made; on Debian, install python3-venv."
  # Spark 3.5 is packed for setuptools, which Python no longer brings along.
  "$place/bin/pip" install --quiet --disable-pip-version-check setuptools wheel "pyspark==$PYSPARK_VERSION"
  touch "$stamp"
fi

# Spark talks to itself, and to no one else.
export SPARK_LOCAL_IP=127.0.0.1 PYSPARK_PYTHON="$place/bin/python"
unset SPARK_HOME
exec "$place/bin/python" tests/interop/spark.py "$program" "$@"
