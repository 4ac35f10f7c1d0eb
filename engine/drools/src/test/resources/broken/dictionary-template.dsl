// expect 2:22 drl.template; 3:24 drl.template; 4:24 drl.string; 5:32 drl.template; 6:24 drl.template
[when]An order comes=OrderPlaced( total > 5
[when]- dear=total > 5 )
[when]- name=source == "a
[when]- noted=total > 5 // dear
[when]- over=total > 5 then
