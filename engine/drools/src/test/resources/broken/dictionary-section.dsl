// expect 2:1 dictionary.section; 3:1 dictionary.section
[keyword]if=when
[*]a=b
[when]- ok=total > 5
