# Sourced by bin/krait for --aot-create=FILE: runs the program, and makes an AOT cache of what the JVM has loaded and
# learned meanwhile. Beside it lies the stamp of the build, which bin/krait compares.
# shellcheck shell=sh disable=SC2086,SC2154
file=${1#*=}
shift
fail() {
    echo "krait: --aot-create: $1" >&2
    exit "$2"
}
case $file in
    "") fail "expected a file" 2 ;;
    */*) folder=${file%/*}/ ;;
    *) folder=. ;;
esac
[ ! -d "$file" ] || fail "$file: is a folder" 2
[ -d "$folder" ] || fail "$file: there is no folder $folder" 2
[ -r "$home/lib/.krait.aot.stamp" ] || fail "$home/lib/.krait.aot.stamp: there is no such file" 1
made=$file.$$.tmp
config=$made.config
( : > "$made" ) 2> /dev/null || fail "$file: cannot be written" 1
trap 'rm -f "$made" "$config" "$made.log"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM
unset JAVA_TOOL_OPTIONS JDK_JAVA_OPTIONS _JAVA_OPTIONS KRAIT_AOT
"$home/jre/bin/java" "@$home/lib/java.options" -XX:-DisplayVMOutput -XX:AOTMode=record "-XX:AOTConfiguration=$config" \
    "-Dkrait.home=$home" $coerced ${executable:+"$executable"} ${closed:+"-Dkrait.closed=$closed"} \
    ${KRAIT_JAVA_OPTIONS-} -m org.krait.launcher/org.krait.launcher.Main "$@"
status=$?
[ -s "$config" ] || fail "the program has ended in a way that leaves nothing to make $file of" $((status ? status : 1))
"$home/jre/bin/java" "@$home/lib/java.options" -XX:AOTMode=create "-XX:AOTConfiguration=$config" "-XX:AOTCache=$made" \
    ${KRAIT_JAVA_OPTIONS-} -m org.krait.launcher/org.krait.launcher.Main > "$made.log" 2>&1 < /dev/null
if [ ! -s "$made" ]; then
    cat "$made.log" >&2
    fail "$file: cannot be made" $((status ? status : 1))
fi
# The cache first: with the old stamp it is not used, unless the same build has made both.
sync "$made" 2> /dev/null
mv -f "$made" "$file" && cp "$home/lib/.krait.aot.stamp" "$made" && mv -f "$made" "$file.stamp" \
    || fail "$file: cannot be written" 1
exit "$status"
