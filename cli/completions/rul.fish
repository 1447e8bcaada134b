# fish completion for rul: commands, their options, and the values that are a choice.
set -l verbs init check plan show explain export
set -l before "not __fish_seen_subcommand_from $verbs"
set -l with_plan "__fish_seen_subcommand_from check plan show explain export"
set -l filtered "__fish_seen_subcommand_from show export"

complete -c rul -f
complete -c rul -n "$before" -a init -d 'begin a new plan file'
complete -c rul -n "$before" -a check -d 'read and proofread a plan file'
complete -c rul -n "$before" -a plan -d 'make the best calendar'
complete -c rul -n "$before" -a show -d 'show the calendar'
complete -c rul -n "$before" -a explain -d 'tell why a meeting is where it is'
complete -c rul -n "$before" -a export -d 'write the calendar to files'
complete -c rul -n "$with_plan" -k -a '(__fish_complete_suffix .toml)'

complete -c rul -n '__fish_seen_subcommand_from init' -l from -r -F -d 'last year\'s calendar'
complete -c rul -n '__fish_seen_subcommand_from export' -l to -x -a 'ics csv html json mzn' -d 'format'
complete -c rul -n '__fish_seen_subcommand_from init export' -s o -l output -r -F -d 'where the result goes'
complete -c rul -n "$filtered" -l body -x -d 'only the meetings of this body'
complete -c rul -n "$filtered" -l person -x -d 'only meetings this person is expected at'
complete -c rul -n "$filtered" -l month -x -d 'only this month'
complete -c rul -n '__fish_seen_subcommand_from show' -l by-body -d 'a table for each body'
complete -c rul -n '__fish_seen_subcommand_from show' -l year -d 'the year month by month'
complete -c rul -n "$with_plan" -l effort -x -d 'stop after n ticks'
complete -c rul -n "$with_plan" -l seconds -x -d 'stop after s seconds'
complete -c rul -n "$with_plan" -l seed -x -d 'start of the random numbers'
complete -c rul -n "__fish_seen_subcommand_from $verbs" -l today -x -d 'today\'s date'
complete -c rul -n '__fish_seen_subcommand_from plan' -l relax -d 'give up what is cheapest'
complete -c rul -n '__fish_seen_subcommand_from plan' -l alternatives -x -d 'the n best calendars that differ'
complete -c rul -n '__fish_seen_subcommand_from plan' -l differ -x -d 'by how many meetings'
complete -c rul -n '__fish_seen_subcommand_from explain' -l against -x -d 'why not on this date'
complete -c rul -n '__fish_seen_subcommand_from plan' -l stats -d 'tell what the search did'

complete -c rul -l json -d 'answer in JSON, errors too'
complete -c rul -l lang -x -a 'da en' -d 'language'
complete -c rul -l color -l colour -x -a 'auto always never' -d 'colours'
complete -c rul -s q -l quiet -d 'the result only'
complete -c rul -l no-input -d 'never ask anything'
complete -c rul -s h -l help -d 'help'
complete -c rul -l version -d 'which version of rul'
