# shellcheck shell=sh
# shellcheck disable=SC2034,SC2154 # shares its variables with ../../../spikesweep
# The part of ./spikesweep that runs a checkout: builds it on first use and when its sources have changed. A build also makes an
# archive of classes; the first run on Spark makes one of Spark's.

needed=JDK
options=$home/spark-jobs/java.options
# The launcher's folder, separate from that of ./mvnw, so that neither build uses the other's classes.
state=$home/target/launcher
lock=$state/lock
log=$state/build.log

# True if a library of the classpath is missing, for example because the local Maven repository was emptied.
library_missing() (
    IFS=:
    for library in $libraries; do
        [ -f "$library" ] || return 0
    done
    return 1
)

sources_changed() {
    # Check folders, too: deleting a file only changes the time of its folder.
    [ -n "$(find "$home/pom.xml" \
        "$home/engine/pom.xml" "$home/engine/src/main" \
        "$home/sweeps/pom.xml" "$home/sweeps/src/main" \
        "$home/spark-jobs/pom.xml" "$home/spark-jobs/src/main" \
        -newer "$state/started" 2>/dev/null | head -n 1)" ]
}

# Sets ours (a folder with our jars), jars (our jars), front (the libraries of what runs in this process) and libraries (those of
# all) to those of the last build.
read_build() {
    {
        IFS= read -r ours
        IFS= read -r front
        IFS= read -r libraries
    } <"$state/build"
    ours=$state/$ours
    jars=$ours/spark-jobs.jar:$ours/sweeps.jar:$ours/engine.jar
}

build_is_current() {
    [ -f "$state/build" ] || return 1
    read_build
    [ -d "$ours" ] && ! sources_changed && ! library_missing
}

# One build at a time. The lock is a link to its owner's process number, so that creating it also records the owner.
take_lock() {
    waited=0
    while ! ln -s "$$" "$lock" 2>/dev/null; do
        owner=$(readlink "$lock" 2>/dev/null) || continue
        if ! kill -0 "$owner" 2>/dev/null; then
            # Its owner was killed.
            [ "$(readlink "$lock" 2>/dev/null)" != "$owner" ] || rm -f "$lock"
            continue
        fi
        [ "$waited" -ne 0 ] || printf 'Waiting for another build of SpikeSweep to end…\n' >&2
        [ "$waited" -lt 1800 ] || fail "gave up waiting for process $owner to build; if it is not building, remove $lock"
        sleep 1
        waited=$((waited + 1))
    done
    held=$lock
}

release_lock() {
    rm -f "$lock"
    held=
}

build() {
    [ -x "${java%/*}/javac" ] || fail "building needs a JDK, but $java has no javac beside it: set JAVA_HOME to a JDK"
    if [ -f "$state/build" ]; then
        printf 'Building SpikeSweep (it has changed since it was last built)…\n' >&2
    else
        printf 'Building SpikeSweep (first use; this takes about a minute)…\n' >&2
    fi
    # Before the build reads any source: what is saved while it runs is newer.
    : >"$state/starting"
    if [ ! -f "$state/build" ] || library_missing; then
        # Archives do not match libraries that Maven downloads again.
        forget_archives
    fi
    # Maven would keep the classes of deleted files.
    for module in engine sweeps spark-jobs; do
        rm -rf "$home/$module/target/launcher"
    done
    if ! (cd "$home" && ./mvnw -q -B -Plauncher process-classes) >"$log" 2>&1 </dev/null; then
        tail -n 30 "$log" >&2
        fail "the build failed; all of its output is in $log"
    fi

    # Jars, since archives of classes hold nothing from folders. Stored, since they open faster than compressed ones. In a
    # folder of their own, since a sweep may still run when the next build replaces them.
    ours=jars-$(date +%Y%m%d-%H%M%S)-$$
    mkdir -p "$state/$ours"
    for module in engine sweeps spark-jobs; do
        "${java%/*}/jar" --create --no-compress --file "$state/$ours/$module.jar" \
            -C "$home/$module/target/launcher/classes" . || fail 'the JDK cannot make a jar'
    done
    leave_out_signatures
    {
        printf '%s\n' "$ours"
        cat "$home/spark-jobs/target/launcher/front"
        echo
        cat "$home/spark-jobs/target/launcher/classpath"
        echo
    } >"$state/building"
    # In this order, so that a launcher that looks in between finds the build out of date, and waits.
    mv "$state/building" "$state/build"
    mv "$state/starting" "$state/started"
    # No sweep is expected to run for longer than a month.
    find "$state" -name 'jars-*' -prune -mtime +30 -exec rm -rf {} +
    # What did not work before may work with this build.
    find "$state" -name 'quick-start-*.failed' -exec rm -f {} +
}

# Makes a jar of Janino's classes without signatures: an archive of classes holds none that are signed.
leave_out_signatures() {
    rm -rf "$state/unsigned"
    mkdir "$state/unsigned"
    (
        cd "$state/unsigned" || exit
        IFS=:
        for library in $(cat "$home/spark-jobs/target/launcher/signed"); do
            "${java%/*}/jar" --extract --file "$library" || exit
        done
        rm -r META-INF
    ) && "${java%/*}/jar" --create --no-compress --file "$state/$ours/janino.jar" -C "$state/unsigned" . ||
        fail 'the JDK cannot make a jar'
    rm -rf "$state/unsigned"
}

forget_archives() {
    find "$state" -name 'quick-start-*' -exec rm -f {} +
}

find_jars() {
    if ! build_is_current; then
        mkdir -p "$state" || fail "cannot build in $home"
        take_lock
        # Another launcher may have built it meanwhile.
        if ! build_is_current; then
            build
            read_build
        fi
        release_lock
    fi
    # What runs in this process needs only the front of the libraries.
    commands=$jars:$ours/janino.jar:$front
    with_spark=$libraries:$jars
    contents=$libraries
}

# An archive of our jars belongs to the build; one of Spark's libraries stays valid after builds.
name_archive() {
    if [ -n "$spark" ]; then
        archive=$state/$name
    else
        archive=$ours/$name
    fi
}

# True if the arguments are for the command that certainly starts Spark, and not for its help.
runs_sweep() {
    command=
    for argument; do
        case $argument in
        -h | --help | -V | --version) return 1 ;;
        -*) ;;
        *) command=${command:-$argument} ;;
        esac
    done
    [ "$command" = run ]
}

# An archive is used only if its classpath is the beginning of the JVM's, so this one has the libraries alone, and SparkSubmit
# loads our classes. Settings of other Spark installations are ignored.
train_spark() (
    unset HADOOP_CONF_DIR SPARK_CONF_DIR SPARK_HOME YARN_CONF_DIR
    cd "$training" || exit
    printf '%s\n' 'name: quick-start' 'neuron: HHDoubleRK4' 'duration: 1' 'step: 0.01' 'input: 0.1' \
        'sweep: {gna: {linspace: [1, 2, 2]}}' >sweep.yaml
    train "-XX:ArchiveClassesAtExit=$training/archive" -cp "$libraries" org.apache.spark.deploy.SparkSubmit --master 'local[*]' \
        --jars "$ours/sweeps.jar,$ours/engine.jar" --class io.github.spikesweep.command.SpikeSweep \
        "$ours/spark-jobs.jar" run sweep.yaml
)

prepare_archive() {
    if [ ! -w "$state" ] || { [ -n "$spark" ] && ! runs_sweep "$@"; }; then
        return
    fi
    take_lock
    # Another launcher may have made it meanwhile.
    if [ ! -f "$archive" ] && [ ! -f "$archive.failed" ]; then
        if [ -n "$spark" ]; then
            printf 'Preparing a faster start of Spark (once; this takes about half a minute)…\n' >&2
            make_archive train_spark
        else
            make_archive train_commands
        fi
    fi
    release_lock
}
