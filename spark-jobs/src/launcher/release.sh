# shellcheck shell=sh
# shellcheck disable=SC2034,SC2154 # shares its variables with ../spikesweep
# The part of ./spikesweep that runs a release, whose jars are beside this file.

needed=JRE
options=$home/lib/java.options
# Its archive of classes is beside the jars, or else in the user's cache.
state=$home/lib
[ -w "$state" ] || state=${XDG_CACHE_HOME:-${HOME-}/.cache}/spikesweep

find_jars() {
    set +f
    commands=$(printf '%s:' "$home"/lib/*.jar)
    commands=${commands%:}
    # Another build of this version may be unpacked here: its jars have the same times.
    contents=$commands$(cksum "$home"/lib/spikesweep-*.jar)
    set -f
    # Without Spark's jars, Java says that they are needed.
    with_spark=${SPARK_HOME:+$SPARK_HOME/jars/*:$commands}
}

# An archive beside the jars serves all users. There is none of Spark's jars.
name_archive() {
    [ -z "$spark" ] || return 0
    archive=$home/lib/$name
    [ -f "$archive" ] || archive=$state/$name
}

prepare_archive() {
    if mkdir -p "$state" 2>/dev/null && [ -w "$state" ]; then
        printf 'Preparing a faster start (once; this takes a few seconds)…\n' >&2
        make_archive train_commands
    fi
}
