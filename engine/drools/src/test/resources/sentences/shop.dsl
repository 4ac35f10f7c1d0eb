# What the broken sentences and those that reach for more would like to say.
[when]An order comes=OrderPlaced()
[when]- its total is at least {n}=total >= {n}
[when]- its total is less than {n}=total < {n}
[when]- its score is at least {n}=score >= {n}
[when]- 金额不少于 {n}=total >= {n}
[then]Give the coupon {kind}=propose.coupon("{kind}");
[then]Tag the member {tag}=propose.tag("{tag}");
[then]Enrol the member in {campaign}=propose.enrol("{campaign}");
