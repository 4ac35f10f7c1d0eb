// expect 2:19 dictionary.value; 3:22 dictionary.value; 4:16 dictionary.value; 5:11 dictionary.value
[when]- total {n}=total == {m}
[when]- total is {n}=total == {n!num}
[when]An order=total > 5
[when]Two=OrderPlaced() OrderPaid()
