# bash completion for rul: commands, their options, and the values that are a choice.
_rul() {
    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} verb= seen
    for seen in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
        case $seen in init | check | plan | show | explain | export) verb=$seen && break ;; esac
    done

    COMPREPLY=()
    case $before in
        --to) mapfile -t COMPREPLY < <(compgen -W 'ics csv html json mzn' -- "$word") && return ;;
        --lang) mapfile -t COMPREPLY < <(compgen -W 'da en' -- "$word") && return ;;
        --color | --colour) mapfile -t COMPREPLY < <(compgen -W 'auto always never' -- "$word") && return ;;
        --effort | --seconds | --seed | --today | --against | --alternatives | --differ | --body | --person | --month) return ;;
        --from | --output | -o) mapfile -t COMPREPLY < <(compgen -f -- "$word") && return ;;
    esac

    local all='--json --lang --color --colour --quiet --no-input --help --version -q -h'
    local search='--effort --seconds --seed --today'
    case $verb in
        '') all="init check plan show explain export $all" ;;
        init) all="--from --output -o --today $all" ;;
        check) all="$search $all" ;;
        plan) all="$search --relax --alternatives --differ --stats $all" ;;
        explain) all="$search --against $all" ;;
        show) all="--body --person --month --by-body --year $search $all" ;;
        export) all="--to --output -o --body --person --month $search $all" ;;
    esac
    if [[ -n $verb && $verb != init && $word != -* ]]; then
        mapfile -t COMPREPLY < <(compgen -f -X '!*.toml' -- "$word"; compgen -d -- "$word")
    else
        mapfile -t COMPREPLY < <(compgen -W "$all" -- "$word")
    fi
}
complete -o filenames -F _rul rul
