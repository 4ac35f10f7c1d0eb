// expect 2:9 dictionary.pattern; 3:15 dictionary.pattern; 4:12 dictionary.pattern; 5:7 dictionary.pattern
[when]- (a|the) total is {n}=total == {n}
[when]- total {n:\d+}=total == {n}
[when]- {a}{b}=total == {a}, score == {b}
[when]- {a} and {a}=total in ({a})
