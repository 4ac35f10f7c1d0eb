# Sentences for every fact of the shipped catalogue, in English. A house adds its own in a file beside this one.

# What a member is asked in words of its own
[when]- the member is not tagged {tag}=member.tagged("{tag}") == false
[when]- the member is tagged {tag}=member.tagged("{tag}") == true
[when]- the member placed at least {n} orders in the last {d} days=member.ordersIn("{d}d") >= {n}
[when]- the member placed at most {n} orders in the last {d} days=member.ordersIn("{d}d") <= {n}
[when]- the member placed exactly {n} orders in the last {d} days=member.ordersIn("{d}d") == {n}
[when]- the member spent at least {n} in the last {d} days=member.spentIn("{d}d") >= {n}
[when]- the member spent at most {n} in the last {d} days=member.spentIn("{d}d") <= {n}
[when]- the member placed at least {n} orders at the store {store}=member.ordersAt("{store}") >= {n}
[when]- the member placed at most {n} orders at the store {store}=member.ordersAt("{store}") <= {n}
[when]- the member did not buy at the store {store} in the last {d} days=member.boughtIn("{store}", "{d}d") == false
[when]- the member bought at the store {store} in the last {d} days=member.boughtIn("{store}", "{d}d") == true
[when]- the member did not order the product {sku} in the last {d} days=member.bought("{sku}", "{d}d") == false
[when]- the member ordered the product {sku} in the last {d} days=member.bought("{sku}", "{d}d") == true
[when]- the store of the event is not the member's own=member.ofStore == false
[when]- the store of the event is the member's own=member.ofStore == true
[when]- the member is not within {km} km of the store of the event=member.nearStore("{km} km") == false
[when]- the member may be within {km} km of the store of the event=member.nearStore("{km} km") == true
[when]- the member is not within {km} km of the store {store}=member.near("{store}", "{km} km") == false
[when]- the member may be within {km} km of the store {store}=member.near("{store}", "{km} km") == true
[when]- the member's home store is not in the unit {unit}=member.homeStoreIn("{unit}") == false
[when]- the member's home store is in the unit {unit}=member.homeStoreIn("{unit}") == true
[when]- the member's last store is not in the unit {unit}=member.lastStoreIn("{unit}") == false
[when]- the member's last store is in the unit {unit}=member.lastStoreIn("{unit}") == true
[when]- the member is not in the list {list}=member.inList("{list}") == false
[when]- the member is in the list {list}=member.inList("{list}") == true
[when]- the audience asked for is not {x}=audience != "{x}"
[when]- the audience asked for is {x}=audience == "{x}"
[when]- the member holds no open coupon of the kind {kind}=member.holds("{kind}") == false
[when]- the member holds an open coupon of the kind {kind}=member.holds("{kind}") == true
[when]- the member is not inside the campaign {campaign}=member.enrolled("{campaign}") == false
[when]- the member is inside the campaign {campaign}=member.enrolled("{campaign}") == true
[when]- the coupon of the event is not claimed=coupon.claimed == false
[when]- the coupon of the event is claimed=coupon.claimed == true
[when]- the coupon of the event cannot be redeemed now=coupon.open == false
[when]- the coupon of the event can be redeemed now=coupon.open == true

# What a member has several of
[when]The member has no coupon=not Coupon()
[when]The member has a coupon=exists Coupon()
[when]The member has no order=not Order()
[when]The member has an order=exists Order()
[when]The member is inside no campaign=not Enrolment()
[when]The member is inside a campaign=exists Enrolment()
[when]- it is not claimed=claimed == false
[when]- it is claimed=claimed == true
[when]- it cannot be redeemed now=open == false
[when]- it can be redeemed now=open == true
[when]- it came with the event=earlier == false
[when]- it was there before the event=earlier == true

# The member, the event's coupon, the community
[when]- the member's joining is not told=member.joinedAt == null
[when]- the member's joining is told=member.joinedAt != null
[when]- the member's joining lies within the last {n} days=member.joinedAt.within("{n}d") == true
[when]- the member's joining is at least {n} days ago=member.joinedAt.olderThan("{n}d") == true
[when]- the member's joining comes within {n} days=member.joinedAt.dueWithin("{n}d") == true
[when]- the member's joining lies within the last {n} hours=member.joinedAt.within("{n}h") == true
[when]- the member's joining is at least {n} hours ago=member.joinedAt.olderThan("{n}h") == true
[when]- the member's joining comes within {n} hours=member.joinedAt.dueWithin("{n}h") == true
[when]- the member's level is at least {n}=member.level >= {n}
[when]- the member's level is more than {n}=member.level > {n}
[when]- the member's level is at most {n}=member.level <= {n}
[when]- the member's level is less than {n}=member.level < {n}
[when]- the member's level is not told=member.level == null
[when]- the member's level is told=member.level != null
[when]- the member's level is {n}=member.level == {n}
[when]- the member's list of tags is not told=member.tags == null
[when]- the member's list of tags is told=member.tags != null
[when]- the member's list of tags does not have {x}=member.tags not contains "{x}"
[when]- the member's list of tags has {x}=member.tags contains "{x}"
[when]- the member's list of communities is not told=member.communities == null
[when]- the member's list of communities is told=member.communities != null
[when]- the member's list of communities does not have {x}=member.communities not contains "{x}"
[when]- the member's list of communities has {x}=member.communities contains "{x}"
[when]- the member's number of orders is at least {n}=member.orders >= {n}
[when]- the member's number of orders is more than {n}=member.orders > {n}
[when]- the member's number of orders is at most {n}=member.orders <= {n}
[when]- the member's number of orders is less than {n}=member.orders < {n}
[when]- the member's number of orders is not told=member.orders == null
[when]- the member's number of orders is told=member.orders != null
[when]- the member's number of orders is {n}=member.orders == {n}
[when]- the member's spending is at least {n}=member.spent >= {n}
[when]- the member's spending is more than {n}=member.spent > {n}
[when]- the member's spending is at most {n}=member.spent <= {n}
[when]- the member's spending is less than {n}=member.spent < {n}
[when]- the member's spending is not told=member.spent == null
[when]- the member's spending is told=member.spent != null
[when]- the member's spending is {n}=member.spent == {n}
[when]- the member's number of refunds is at least {n}=member.refunds >= {n}
[when]- the member's number of refunds is more than {n}=member.refunds > {n}
[when]- the member's number of refunds is at most {n}=member.refunds <= {n}
[when]- the member's number of refunds is less than {n}=member.refunds < {n}
[when]- the member's number of refunds is not told=member.refunds == null
[when]- the member's number of refunds is told=member.refunds != null
[when]- the member's number of refunds is {n}=member.refunds == {n}
[when]- the member's first order is not told=member.firstOrderAt == null
[when]- the member's first order is told=member.firstOrderAt != null
[when]- the member's first order lies within the last {n} days=member.firstOrderAt.within("{n}d") == true
[when]- the member's first order is at least {n} days ago=member.firstOrderAt.olderThan("{n}d") == true
[when]- the member's first order comes within {n} days=member.firstOrderAt.dueWithin("{n}d") == true
[when]- the member's first order lies within the last {n} hours=member.firstOrderAt.within("{n}h") == true
[when]- the member's first order is at least {n} hours ago=member.firstOrderAt.olderThan("{n}h") == true
[when]- the member's first order comes within {n} hours=member.firstOrderAt.dueWithin("{n}h") == true
[when]- the member's last order is not told=member.lastOrderAt == null
[when]- the member's last order is told=member.lastOrderAt != null
[when]- the member's last order lies within the last {n} days=member.lastOrderAt.within("{n}d") == true
[when]- the member's last order is at least {n} days ago=member.lastOrderAt.olderThan("{n}d") == true
[when]- the member's last order comes within {n} days=member.lastOrderAt.dueWithin("{n}d") == true
[when]- the member's last order lies within the last {n} hours=member.lastOrderAt.within("{n}h") == true
[when]- the member's last order is at least {n} hours ago=member.lastOrderAt.olderThan("{n}h") == true
[when]- the member's last order comes within {n} hours=member.lastOrderAt.dueWithin("{n}h") == true
[when]- the number of days since the member's last order is at least {n}=member.daysSinceLastOrder >= {n}
[when]- the number of days since the member's last order is more than {n}=member.daysSinceLastOrder > {n}
[when]- the number of days since the member's last order is at most {n}=member.daysSinceLastOrder <= {n}
[when]- the number of days since the member's last order is less than {n}=member.daysSinceLastOrder < {n}
[when]- the number of days since the member's last order is not told=member.daysSinceLastOrder == null
[when]- the number of days since the member's last order is told=member.daysSinceLastOrder != null
[when]- the number of days since the member's last order is {n}=member.daysSinceLastOrder == {n}
[when]- the member's number of open coupons is at least {n}=member.openCoupons >= {n}
[when]- the member's number of open coupons is more than {n}=member.openCoupons > {n}
[when]- the member's number of open coupons is at most {n}=member.openCoupons <= {n}
[when]- the member's number of open coupons is less than {n}=member.openCoupons < {n}
[when]- the member's number of open coupons is not told=member.openCoupons == null
[when]- the member's number of open coupons is told=member.openCoupons != null
[when]- the member's number of open coupons is {n}=member.openCoupons == {n}
[when]- the member's first source is not told=member.firstSource == null
[when]- the member's first source is told=member.firstSource != null
[when]- the member's first source is one of {list}=member.firstSource in ({list})
[when]- the member's first source begins with {x}=member.firstSource str[startsWith] "{x}"
[when]- the member's first source is not {x}=member.firstSource != "{x}"
[when]- the member's first source is {x}=member.firstSource == "{x}"
[when]- the member's last source is not told=member.lastSource == null
[when]- the member's last source is told=member.lastSource != null
[when]- the member's last source is one of {list}=member.lastSource in ({list})
[when]- the member's last source begins with {x}=member.lastSource str[startsWith] "{x}"
[when]- the member's last source is not {x}=member.lastSource != "{x}"
[when]- the member's last source is {x}=member.lastSource == "{x}"
[when]- the member's last store is not told=member.lastStore == null
[when]- the member's last store is told=member.lastStore != null
[when]- the member's last store is one of {list}=member.lastStore in ({list})
[when]- the member's last store begins with {x}=member.lastStore str[startsWith] "{x}"
[when]- the member's last store is not {x}=member.lastStore != "{x}"
[when]- the member's last store is {x}=member.lastStore == "{x}"
[when]- the coupon's number is not told=coupon.id == null
[when]- the coupon's number is told=coupon.id != null
[when]- the coupon's number is one of {list}=coupon.id in ({list})
[when]- the coupon's number begins with {x}=coupon.id str[startsWith] "{x}"
[when]- the coupon's number is not {x}=coupon.id != "{x}"
[when]- the coupon's number is {x}=coupon.id == "{x}"
[when]- the coupon's kind is not told=coupon.kind == null
[when]- the coupon's kind is told=coupon.kind != null
[when]- the coupon's kind is one of {list}=coupon.kind in ({list})
[when]- the coupon's kind begins with {x}=coupon.kind str[startsWith] "{x}"
[when]- the coupon's kind is not {x}=coupon.kind != "{x}"
[when]- the coupon's kind is {x}=coupon.kind == "{x}"
[when]- the coupon's value is at least {n}=coupon.value >= {n}
[when]- the coupon's value is more than {n}=coupon.value > {n}
[when]- the coupon's value is at most {n}=coupon.value <= {n}
[when]- the coupon's value is less than {n}=coupon.value < {n}
[when]- the coupon's value is not told=coupon.value == null
[when]- the coupon's value is told=coupon.value != null
[when]- the coupon's value is {n}=coupon.value == {n}
[when]- the coupon's campaign is not told=coupon.campaign == null
[when]- the coupon's campaign is told=coupon.campaign != null
[when]- the coupon's campaign is one of {list}=coupon.campaign in ({list})
[when]- the coupon's campaign begins with {x}=coupon.campaign str[startsWith] "{x}"
[when]- the coupon's campaign is not {x}=coupon.campaign != "{x}"
[when]- the coupon's campaign is {x}=coupon.campaign == "{x}"
[when]- the coupon's issue is not told=coupon.issuedAt == null
[when]- the coupon's issue is told=coupon.issuedAt != null
[when]- the coupon's issue lies within the last {n} days=coupon.issuedAt.within("{n}d") == true
[when]- the coupon's issue is at least {n} days ago=coupon.issuedAt.olderThan("{n}d") == true
[when]- the coupon's issue comes within {n} days=coupon.issuedAt.dueWithin("{n}d") == true
[when]- the coupon's issue lies within the last {n} hours=coupon.issuedAt.within("{n}h") == true
[when]- the coupon's issue is at least {n} hours ago=coupon.issuedAt.olderThan("{n}h") == true
[when]- the coupon's issue comes within {n} hours=coupon.issuedAt.dueWithin("{n}h") == true
[when]- the coupon's expiry is not told=coupon.expiresAt == null
[when]- the coupon's expiry is told=coupon.expiresAt != null
[when]- the coupon's expiry lies within the last {n} days=coupon.expiresAt.within("{n}d") == true
[when]- the coupon's expiry is at least {n} days ago=coupon.expiresAt.olderThan("{n}d") == true
[when]- the coupon's expiry comes within {n} days=coupon.expiresAt.dueWithin("{n}d") == true
[when]- the coupon's expiry lies within the last {n} hours=coupon.expiresAt.within("{n}h") == true
[when]- the coupon's expiry is at least {n} hours ago=coupon.expiresAt.olderThan("{n}h") == true
[when]- the coupon's expiry comes within {n} hours=coupon.expiresAt.dueWithin("{n}h") == true
[when]- the coupon's number of redemptions is at least {n}=coupon.redemptions >= {n}
[when]- the coupon's number of redemptions is more than {n}=coupon.redemptions > {n}
[when]- the coupon's number of redemptions is at most {n}=coupon.redemptions <= {n}
[when]- the coupon's number of redemptions is less than {n}=coupon.redemptions < {n}
[when]- the coupon's number of redemptions is not told=coupon.redemptions == null
[when]- the coupon's number of redemptions is told=coupon.redemptions != null
[when]- the coupon's number of redemptions is {n}=coupon.redemptions == {n}
[when]- the community's type is not told=community.type == null
[when]- the community's type is told=community.type != null
[when]- the community's type is one of {list}=community.type in ({list})
[when]- the community's type begins with {x}=community.type str[startsWith] "{x}"
[when]- the community's type is not {x}=community.type != "{x}"
[when]- the community's type is {x}=community.type == "{x}"
[when]- the community's store is not told=community.store == null
[when]- the community's store is told=community.store != null
[when]- the community's store is one of {list}=community.store in ({list})
[when]- the community's store begins with {x}=community.store str[startsWith] "{x}"
[when]- the community's store is not in the unit {unit}=community.storeIn("{unit}") == false
[when]- the community's store is in the unit {unit}=community.storeIn("{unit}") == true
[when]- the community's store is not {x}=community.store != "{x}"
[when]- the community's store is {x}=community.store == "{x}"
[when]- the event's store is not told=store.id == null
[when]- the event's store is told=store.id != null
[when]- the event's store is one of {list}=store.id in ({list})
[when]- the event's store begins with {x}=store.id str[startsWith] "{x}"
[when]- the event's store is not in the unit {unit}=store.in("{unit}") == false
[when]- the event's store is in the unit {unit}=store.in("{unit}") == true
[when]- the event's store is not {x}=store.id != "{x}"
[when]- the event's store is {x}=store.id == "{x}"
[when]- the community is not one of the event's store=community.ofStore == false
[when]- the community is one of the event's store=community.ofStore == true
[when]- the community's owner is not told=community.owner == null
[when]- the community's owner is told=community.owner != null
[when]- the community's owner is one of {list}=community.owner in ({list})
[when]- the community's owner begins with {x}=community.owner str[startsWith] "{x}"
[when]- the community's owner is not {x}=community.owner != "{x}"
[when]- the community's owner is {x}=community.owner == "{x}"
[when]- the community's number of members is at least {n}=community.members >= {n}
[when]- the community's number of members is more than {n}=community.members > {n}
[when]- the community's number of members is at most {n}=community.members <= {n}
[when]- the community's number of members is less than {n}=community.members < {n}
[when]- the community's number of members is not told=community.members == null
[when]- the community's number of members is told=community.members != null
[when]- the community's number of members is {n}=community.members == {n}
[when]- the member's name is not known=member.name == false
[when]- the member's name is known=member.name == true
[when]- the member's nickname is not known=member.nickname == false
[when]- the member's nickname is known=member.nickname == true
[when]- the member's phone is not known=member.phone == false
[when]- the member's phone is known=member.phone == true
[when]- the member's e-mail is not known=member.email == false
[when]- the member's e-mail is known=member.email == true
[when]- the member's OpenID is not known=member.openid == false
[when]- the member's OpenID is known=member.openid == true
[when]- the member's UnionID is not known=member.unionid == false
[when]- the member's UnionID is known=member.unionid == true
[when]- the member's WeCom contact is not known=member.externalUserId == false
[when]- the member's WeCom contact is known=member.externalUserId == true
[when]- the member's address is not known=member.address == false
[when]- the member's address is known=member.address == true
[when]- the member's birthday is not told=member.birthday == null
[when]- the member's birthday is told=member.birthday != null
[when]- the member's birthday is one of {list}=member.birthday in ({list})
[when]- the member's birthday begins with {x}=member.birthday str[startsWith] "{x}"
[when]- the member's birthday is not {x}=member.birthday != "{x}"
[when]- the member's birthday is {x}=member.birthday == "{x}"
[when]- the member's neighbourhood is not known=member.position == null
[when]- the member's neighbourhood is known=member.position != null
[when]- the member's neighbourhood is not {geohash}=member.position != "{geohash}"
[when]- the member's neighbourhood is {geohash}=member.position == "{geohash}"
[when]- the member's gender is not told=member.gender == null
[when]- the member's gender is told=member.gender != null
[when]- the member's gender is one of {list}=member.gender in ({list})
[when]- the member's gender begins with {x}=member.gender str[startsWith] "{x}"
[when]- the member's gender is not {x}=member.gender != "{x}"
[when]- the member's gender is {x}=member.gender == "{x}"
[when]- the member's language is not told=member.language == null
[when]- the member's language is told=member.language != null
[when]- the member's language is one of {list}=member.language in ({list})
[when]- the member's language begins with {x}=member.language str[startsWith] "{x}"
[when]- the member's language is not {x}=member.language != "{x}"
[when]- the member's language is {x}=member.language == "{x}"
[when]- the member's city is not told=member.city == null
[when]- the member's city is told=member.city != null
[when]- the member's city is one of {list}=member.city in ({list})
[when]- the member's city begins with {x}=member.city str[startsWith] "{x}"
[when]- the member's city is not {x}=member.city != "{x}"
[when]- the member's city is {x}=member.city == "{x}"
[when]- the member's home store is not told=member.homeStore == null
[when]- the member's home store is told=member.homeStore != null
[when]- the member's home store is one of {list}=member.homeStore in ({list})
[when]- the member's home store begins with {x}=member.homeStore str[startsWith] "{x}"
[when]- the member's home store is not {x}=member.homeStore != "{x}"
[when]- the member's home store is {x}=member.homeStore == "{x}"
[when]- the member's time zone is not told=member.zone == null
[when]- the member's time zone is told=member.zone != null
[when]- the member's time zone is one of {list}=member.zone in ({list})
[when]- the member's time zone begins with {x}=member.zone str[startsWith] "{x}"
[when]- the member's time zone is not {x}=member.zone != "{x}"
[when]- the member's time zone is {x}=member.zone == "{x}"

# What happened, and what a coupon, an order or a campaign is
[when]- the address is not known=address == false
[when]- the address is known=address == true
[when]- the start of the scan is not told=after == null
[when]- the start of the scan is told=after != null
[when]- the start of the scan is one of {list}=after in ({list})
[when]- the start of the scan begins with {x}=after str[startsWith] "{x}"
[when]- the start of the scan is not {x}=after != "{x}"
[when]- the start of the scan is {x}=after == "{x}"
[when]- the reward is at least {n}=amount >= {n}
[when]- the reward is more than {n}=amount > {n}
[when]- the reward is at most {n}=amount <= {n}
[when]- the reward is less than {n}=amount < {n}
[when]- the reward is not told=amount == null
[when]- the reward is told=amount != null
[when]- the reward is {n}=amount == {n}
[when]- the app is not told=app == null
[when]- the app is told=app != null
[when]- the app is one of {list}=app in ({list})
[when]- the app begins with {x}=app str[startsWith] "{x}"
[when]- the app is not {x}=app != "{x}"
[when]- the app is {x}=app == "{x}"
[when]- the time is not told=at == null
[when]- the time is told=at != null
[when]- the time lies within the last {n} days=at.within("{n}d") == true
[when]- the time is at least {n} days ago=at.olderThan("{n}d") == true
[when]- the time comes within {n} days=at.dueWithin("{n}d") == true
[when]- the time lies within the last {n} hours=at.within("{n}h") == true
[when]- the time is at least {n} hours ago=at.olderThan("{n}h") == true
[when]- the time comes within {n} hours=at.dueWithin("{n}h") == true
[when]- the number of attempts is at least {n}=attempt >= {n}
[when]- the number of attempts is more than {n}=attempt > {n}
[when]- the number of attempts is at most {n}=attempt <= {n}
[when]- the number of attempts is less than {n}=attempt < {n}
[when]- the number of attempts is not told=attempt == null
[when]- the number of attempts is told=attempt != null
[when]- the number of attempts is {n}=attempt == {n}
[when]- the birthday is not told=birthday == null
[when]- the birthday is told=birthday != null
[when]- the birthday is one of {list}=birthday in ({list})
[when]- the birthday begins with {x}=birthday str[startsWith] "{x}"
[when]- the birthday is not {x}=birthday != "{x}"
[when]- the birthday is {x}=birthday == "{x}"
[when]- the neighbourhood is not known=position == null
[when]- the neighbourhood is known=position != null
[when]- the neighbourhood is not {geohash}=position != "{geohash}"
[when]- the neighbourhood is {geohash}=position == "{geohash}"
[when]- the block is at least {n}=block >= {n}
[when]- the block is more than {n}=block > {n}
[when]- the block is at most {n}=block <= {n}
[when]- the block is less than {n}=block < {n}
[when]- the block is not told=block == null
[when]- the block is told=block != null
[when]- the block is {n}=block == {n}
[when]- the campaign is not told=campaign == null
[when]- the campaign is told=campaign != null
[when]- the campaign is one of {list}=campaign in ({list})
[when]- the campaign begins with {x}=campaign str[startsWith] "{x}"
[when]- the campaign is not {x}=campaign != "{x}"
[when]- the campaign is {x}=campaign == "{x}"
[when]- the carrier is not told=carrier == null
[when]- the carrier is told=carrier != null
[when]- the carrier is one of {list}=carrier in ({list})
[when]- the carrier begins with {x}=carrier str[startsWith] "{x}"
[when]- the carrier is not {x}=carrier != "{x}"
[when]- the carrier is {x}=carrier == "{x}"
[when]- the cart is not told=cartId == null
[when]- the cart is told=cartId != null
[when]- the cart is one of {list}=cartId in ({list})
[when]- the cart begins with {x}=cartId str[startsWith] "{x}"
[when]- the cart is not {x}=cartId != "{x}"
[when]- the cart is {x}=cartId == "{x}"
[when]- the change is at least {n}=change >= {n}
[when]- the change is more than {n}=change > {n}
[when]- the change is at most {n}=change <= {n}
[when]- the change is less than {n}=change < {n}
[when]- the change is not told=change == null
[when]- the change is told=change != null
[when]- the change is {n}=change == {n}
[when]- the channel is not told=channel == null
[when]- the channel is told=channel != null
[when]- the channel is one of {list}=channel in ({list})
[when]- the channel begins with {x}=channel str[startsWith] "{x}"
[when]- the channel is not {x}=channel != "{x}"
[when]- the channel is {x}=channel == "{x}"
[when]- the city is not told=city == null
[when]- the city is told=city != null
[when]- the city is one of {list}=city in ({list})
[when]- the city begins with {x}=city str[startsWith] "{x}"
[when]- the city is not {x}=city != "{x}"
[when]- the city is {x}=city == "{x}"
[when]- the code is not told=code == null
[when]- the code is told=code != null
[when]- the code is one of {list}=code in ({list})
[when]- the code begins with {x}=code str[startsWith] "{x}"
[when]- the code is not {x}=code != "{x}"
[when]- the code is {x}=code == "{x}"
[when]- the comment is not told=comment == null
[when]- the comment is told=comment != null
[when]- the comment is one of {list}=comment in ({list})
[when]- the comment begins with {x}=comment str[startsWith] "{x}"
[when]- the comment is not {x}=comment != "{x}"
[when]- the comment is {x}=comment == "{x}"
[when]- the community is not told=community == null
[when]- the community is told=community != null
[when]- the community is one of {list}=community in ({list})
[when]- the community begins with {x}=community str[startsWith] "{x}"
[when]- the community is not {x}=community != "{x}"
[when]- the community is {x}=community == "{x}"
[when]- the coupon number is not told=couponId == null
[when]- the coupon number is told=couponId != null
[when]- the coupon number is one of {list}=couponId in ({list})
[when]- the coupon number begins with {x}=couponId str[startsWith] "{x}"
[when]- the coupon number is not {x}=couponId != "{x}"
[when]- the coupon number is {x}=couponId == "{x}"
[when]- the currency is not told=currency == null
[when]- the currency is told=currency != null
[when]- the currency is one of {list}=currency in ({list})
[when]- the currency begins with {x}=currency str[startsWith] "{x}"
[when]- the currency is not {x}=currency != "{x}"
[when]- the currency is {x}=currency == "{x}"
[when]- the day is not told=day == null
[when]- the day is told=day != null
[when]- the due time is not told=due == null
[when]- the due time is told=due != null
[when]- the due time lies within the last {n} days=due.within("{n}d") == true
[when]- the due time is at least {n} days ago=due.olderThan("{n}d") == true
[when]- the due time comes within {n} days=due.dueWithin("{n}d") == true
[when]- the due time lies within the last {n} hours=due.within("{n}h") == true
[when]- the due time is at least {n} hours ago=due.olderThan("{n}h") == true
[when]- the due time comes within {n} hours=due.dueWithin("{n}h") == true
[when]- the edition is not told=edition == null
[when]- the edition is told=edition != null
[when]- the edition is one of {list}=edition in ({list})
[when]- the edition begins with {x}=edition str[startsWith] "{x}"
[when]- the edition is not {x}=edition != "{x}"
[when]- the edition is {x}=edition == "{x}"
[when]- the e-mail is not known=email == false
[when]- the e-mail is known=email == true
[when]- the end is not told=endsAt == null
[when]- the end is told=endsAt != null
[when]- the end lies within the last {n} days=endsAt.within("{n}d") == true
[when]- the end is at least {n} days ago=endsAt.olderThan("{n}d") == true
[when]- the end comes within {n} days=endsAt.dueWithin("{n}d") == true
[when]- the end lies within the last {n} hours=endsAt.within("{n}h") == true
[when]- the end is at least {n} hours ago=endsAt.olderThan("{n}h") == true
[when]- the end comes within {n} hours=endsAt.dueWithin("{n}h") == true
[when]- the event is not told=event == null
[when]- the event is told=event != null
[when]- the event is one of {list}=event in ({list})
[when]- the event begins with {x}=event str[startsWith] "{x}"
[when]- the event is not {x}=event != "{x}"
[when]- the event is {x}=event == "{x}"
[when]- the expiry is not told=expiresAt == null
[when]- the expiry is told=expiresAt != null
[when]- the expiry lies within the last {n} days=expiresAt.within("{n}d") == true
[when]- the expiry is at least {n} days ago=expiresAt.olderThan("{n}d") == true
[when]- the expiry comes within {n} days=expiresAt.dueWithin("{n}d") == true
[when]- the expiry lies within the last {n} hours=expiresAt.within("{n}h") == true
[when]- the expiry is at least {n} hours ago=expiresAt.olderThan("{n}h") == true
[when]- the expiry comes within {n} hours=expiresAt.dueWithin("{n}h") == true
[when]- the WeCom contact is not known=externalUserId == false
[when]- the WeCom contact is known=externalUserId == true
[when]- the fact is not told=fact == null
[when]- the fact is told=fact != null
[when]- the fact is one of {list}=fact in ({list})
[when]- the fact begins with {x}=fact str[startsWith] "{x}"
[when]- the fact is not {x}=fact != "{x}"
[when]- the fact is {x}=fact == "{x}"
[when]- the merged member is not told=from == null
[when]- the merged member is told=from != null
[when]- the merged member is one of {list}=from in ({list})
[when]- the merged member begins with {x}=from str[startsWith] "{x}"
[when]- the merged member is not {x}=from != "{x}"
[when]- the merged member is {x}=from == "{x}"
[when]- the gender is not told=gender == null
[when]- the gender is told=gender != null
[when]- the gender is one of {list}=gender in ({list})
[when]- the gender begins with {x}=gender str[startsWith] "{x}"
[when]- the gender is not {x}=gender != "{x}"
[when]- the gender is {x}=gender == "{x}"
[when]- the group is not told=groupId == null
[when]- the group is told=groupId != null
[when]- the group is one of {list}=groupId in ({list})
[when]- the group begins with {x}=groupId str[startsWith] "{x}"
[when]- the group is not {x}=groupId != "{x}"
[when]- the group is {x}=groupId == "{x}"
[when]- the home store is not told=homeStore == null
[when]- the home store is told=homeStore != null
[when]- the home store is one of {list}=homeStore in ({list})
[when]- the home store begins with {x}=homeStore str[startsWith] "{x}"
[when]- the home store is not {x}=homeStore != "{x}"
[when]- the home store is {x}=homeStore == "{x}"
[when]- the time zone is not told=zone == null
[when]- the time zone is told=zone != null
[when]- the time zone is one of {list}=zone in ({list})
[when]- the time zone begins with {x}=zone str[startsWith] "{x}"
[when]- the time zone is not {x}=zone != "{x}"
[when]- the time zone is {x}=zone == "{x}"
[when]- the number is not told=id == null
[when]- the number is told=id != null
[when]- the number is one of {list}=id in ({list})
[when]- the number begins with {x}=id str[startsWith] "{x}"
[when]- the number is not {x}=id != "{x}"
[when]- the number is {x}=id == "{x}"
[when]- the invoice number is not told=invoiceId == null
[when]- the invoice number is told=invoiceId != null
[when]- the invoice number is one of {list}=invoiceId in ({list})
[when]- the invoice number begins with {x}=invoiceId str[startsWith] "{x}"
[when]- the invoice number is not {x}=invoiceId != "{x}"
[when]- the invoice number is {x}=invoiceId == "{x}"
[when]- the time of issue is not told=issuedAt == null
[when]- the time of issue is told=issuedAt != null
[when]- the time of issue lies within the last {n} days=issuedAt.within("{n}d") == true
[when]- the time of issue is at least {n} days ago=issuedAt.olderThan("{n}d") == true
[when]- the time of issue comes within {n} days=issuedAt.dueWithin("{n}d") == true
[when]- the time of issue lies within the last {n} hours=issuedAt.within("{n}h") == true
[when]- the time of issue is at least {n} hours ago=issuedAt.olderThan("{n}h") == true
[when]- the time of issue comes within {n} hours=issuedAt.dueWithin("{n}h") == true
[when]- the list of items is not told=items == null
[when]- the list of items is told=items != null
[when]- the number of those who joined is at least {n}=joined >= {n}
[when]- the number of those who joined is more than {n}=joined > {n}
[when]- the number of those who joined is at most {n}=joined <= {n}
[when]- the number of those who joined is less than {n}=joined < {n}
[when]- the number of those who joined is not told=joined == null
[when]- the number of those who joined is told=joined != null
[when]- the number of those who joined is {n}=joined == {n}
[when]- the order or coupon it began with is not told=key == null
[when]- the order or coupon it began with is told=key != null
[when]- the order or coupon it began with is one of {list}=key in ({list})
[when]- the order or coupon it began with begins with {x}=key str[startsWith] "{x}"
[when]- the order or coupon it began with is not {x}=key != "{x}"
[when]- the order or coupon it began with is {x}=key == "{x}"
[when]- the kind is not told=kind == null
[when]- the kind is told=kind != null
[when]- the kind is one of {list}=kind in ({list})
[when]- the kind begins with {x}=kind str[startsWith] "{x}"
[when]- the kind is not {x}=kind != "{x}"
[when]- the kind is {x}=kind == "{x}"
[when]- the language is not told=language == null
[when]- the language is told=language != null
[when]- the language is one of {list}=language in ({list})
[when]- the language begins with {x}=language str[startsWith] "{x}"
[when]- the language is not {x}=language != "{x}"
[when]- the language is {x}=language == "{x}"
[when]- the level is at least {n}=level >= {n}
[when]- the level is more than {n}=level > {n}
[when]- the level is at most {n}=level <= {n}
[when]- the level is less than {n}=level < {n}
[when]- the level is not told=level == null
[when]- the level is told=level != null
[when]- the level is {n}=level == {n}
[when]- the daily limit is at least {n}=limit >= {n}
[when]- the daily limit is more than {n}=limit > {n}
[when]- the daily limit is at most {n}=limit <= {n}
[when]- the daily limit is less than {n}=limit < {n}
[when]- the daily limit is not told=limit == null
[when]- the daily limit is told=limit != null
[when]- the daily limit is {n}=limit == {n}
[when]- the live show is not told=liveId == null
[when]- the live show is told=liveId != null
[when]- the live show is one of {list}=liveId in ({list})
[when]- the live show begins with {x}=liveId str[startsWith] "{x}"
[when]- the live show is not {x}=liveId != "{x}"
[when]- the live show is {x}=liveId == "{x}"
[when]- the member is not told=member == null
[when]- the member is told=member != null
[when]- the member is one of {list}=member in ({list})
[when]- the member begins with {x}=member str[startsWith] "{x}"
[when]- the member is not {x}=member != "{x}"
[when]- the member is {x}=member == "{x}"
[when]- the number of members is at least {n}=members >= {n}
[when]- the number of members is more than {n}=members > {n}
[when]- the number of members is at most {n}=members <= {n}
[when]- the number of members is less than {n}=members < {n}
[when]- the number of members is not told=members == null
[when]- the number of members is told=members != null
[when]- the number of members is {n}=members == {n}
[when]- the message is not told=message == null
[when]- the message is told=message != null
[when]- the message is one of {list}=message in ({list})
[when]- the message begins with {x}=message str[startsWith] "{x}"
[when]- the message is not {x}=message != "{x}"
[when]- the message is {x}=message == "{x}"
[when]- the name is not known=name == false
[when]- the name is known=name == true
[when]- the name is not told=name == null
[when]- the name is told=name != null
[when]- the name is one of {list}=name in ({list})
[when]- the name begins with {x}=name str[startsWith] "{x}"
[when]- the name is not {x}=name != "{x}"
[when]- the name is {x}=name == "{x}"
[when]- the nickname is not known=nickname == false
[when]- the nickname is known=nickname == true
[when]- the note is not told=note == null
[when]- the note is told=note != null
[when]- the note is one of {list}=note in ({list})
[when]- the note begins with {x}=note str[startsWith] "{x}"
[when]- the note is not {x}=note != "{x}"
[when]- the note is {x}=note == "{x}"
[when]- what was said does not contain {x}=said not contains "{x}"
[when]- what was said contains {x}=said contains "{x}"
[when]- the occurrence is not told=occurrence == null
[when]- the occurrence is told=occurrence != null
[when]- the occurrence is one of {list}=occurrence in ({list})
[when]- the occurrence begins with {x}=occurrence str[startsWith] "{x}"
[when]- the occurrence is not {x}=occurrence != "{x}"
[when]- the occurrence is {x}=occurrence == "{x}"
[when]- the OpenID is not known=openid == false
[when]- the OpenID is known=openid == true
[when]- the order number is not told=orderId == null
[when]- the order number is told=orderId != null
[when]- the order number is one of {list}=orderId in ({list})
[when]- the order number begins with {x}=orderId str[startsWith] "{x}"
[when]- the order number is not {x}=orderId != "{x}"
[when]- the order number is {x}=orderId == "{x}"
[when]- the owner is not told=owner == null
[when]- the owner is told=owner != null
[when]- the owner is one of {list}=owner in ({list})
[when]- the owner begins with {x}=owner str[startsWith] "{x}"
[when]- the owner is not {x}=owner != "{x}"
[when]- the owner is {x}=owner == "{x}"
[when]- the page is not told=page == null
[when]- the page is told=page != null
[when]- the page is one of {list}=page in ({list})
[when]- the page begins with {x}=page str[startsWith] "{x}"
[when]- the page is not {x}=page != "{x}"
[when]- the page is {x}=page == "{x}"
[when]- the partition is at least {n}=partition >= {n}
[when]- the partition is more than {n}=partition > {n}
[when]- the partition is at most {n}=partition <= {n}
[when]- the partition is less than {n}=partition < {n}
[when]- the partition is not told=partition == null
[when]- the partition is told=partition != null
[when]- the partition is {n}=partition == {n}
[when]- the phone is not known=phone == false
[when]- the phone is known=phone == true
[when]- the log position is at least {n}=position >= {n}
[when]- the log position is more than {n}=position > {n}
[when]- the log position is at most {n}=position <= {n}
[when]- the log position is less than {n}=position < {n}
[when]- the log position is not told=position == null
[when]- the log position is told=position != null
[when]- the log position is {n}=position == {n}
[when]- the previous level is at least {n}=previous >= {n}
[when]- the previous level is more than {n}=previous > {n}
[when]- the previous level is at most {n}=previous <= {n}
[when]- the previous level is less than {n}=previous < {n}
[when]- the previous level is not told=previous == null
[when]- the previous level is told=previous != null
[when]- the previous level is {n}=previous == {n}
[when]- the price is at least {n}=price >= {n}
[when]- the price is more than {n}=price > {n}
[when]- the price is at most {n}=price <= {n}
[when]- the price is less than {n}=price < {n}
[when]- the price is not told=price == null
[when]- the price is told=price != null
[when]- the price is {n}=price == {n}
[when]- the proof is not told=proof == null
[when]- the proof is told=proof != null
[when]- the proof is one of {list}=proof in ({list})
[when]- the proof begins with {x}=proof str[startsWith] "{x}"
[when]- the proof is not {x}=proof != "{x}"
[when]- the proof is {x}=proof == "{x}"
[when]- the purpose is not told=purpose == null
[when]- the purpose is told=purpose != null
[when]- the purpose is one of {list}=purpose in ({list})
[when]- the purpose begins with {x}=purpose str[startsWith] "{x}"
[when]- the purpose is not {x}=purpose != "{x}"
[when]- the purpose is {x}=purpose == "{x}"
[when]- the quantity is at least {n}=qty >= {n}
[when]- the quantity is more than {n}=qty > {n}
[when]- the quantity is at most {n}=qty <= {n}
[when]- the quantity is less than {n}=qty < {n}
[when]- the quantity is not told=qty == null
[when]- the quantity is told=qty != null
[when]- the quantity is {n}=qty == {n}
[when]- the reason is not told=reason == null
[when]- the reason is told=reason != null
[when]- the reason is one of {list}=reason in ({list})
[when]- the reason begins with {x}=reason str[startsWith] "{x}"
[when]- the reason is not {x}=reason != "{x}"
[when]- the reason is {x}=reason == "{x}"
[when]- the recipient is not known=recipient == false
[when]- the recipient is known=recipient == true
[when]- the number of redemptions is at least {n}=redemptions >= {n}
[when]- the number of redemptions is more than {n}=redemptions > {n}
[when]- the number of redemptions is at most {n}=redemptions <= {n}
[when]- the number of redemptions is less than {n}=redemptions < {n}
[when]- the number of redemptions is not told=redemptions == null
[when]- the number of redemptions is told=redemptions != null
[when]- the number of redemptions is {n}=redemptions == {n}
[when]- the vendor reference is not told=ref == null
[when]- the vendor reference is told=ref != null
[when]- the vendor reference is one of {list}=ref in ({list})
[when]- the vendor reference begins with {x}=ref str[startsWith] "{x}"
[when]- the vendor reference is not {x}=ref != "{x}"
[when]- the vendor reference is {x}=ref == "{x}"
[when]- the address of the link is not told=link == null
[when]- the address of the link is told=link != null
[when]- the address of the link is one of {list}=link in ({list})
[when]- the address of the link begins with {x}=link str[startsWith] "{x}"
[when]- the address of the link is not {x}=link != "{x}"
[when]- the address of the link is {x}=link == "{x}"
[when]- the referral is not told=referralId == null
[when]- the referral is told=referralId != null
[when]- the referral is one of {list}=referralId in ({list})
[when]- the referral begins with {x}=referralId str[startsWith] "{x}"
[when]- the referral is not {x}=referralId != "{x}"
[when]- the referral is {x}=referralId == "{x}"
[when]- the referrer is not told=referrer == null
[when]- the referrer is told=referrer != null
[when]- the referrer is one of {list}=referrer in ({list})
[when]- the referrer begins with {x}=referrer str[startsWith] "{x}"
[when]- the referrer is not {x}=referrer != "{x}"
[when]- the referrer is {x}=referrer == "{x}"
[when]- the result is not told=result == null
[when]- the result is told=result != null
[when]- the result is one of {list}=result in ({list})
[when]- the result begins with {x}=result str[startsWith] "{x}"
[when]- the result is not {x}=result != "{x}"
[when]- the result is {x}=result == "{x}"
[when]- the revision is at least {n}=revision >= {n}
[when]- the revision is more than {n}=revision > {n}
[when]- the revision is at most {n}=revision <= {n}
[when]- the revision is less than {n}=revision < {n}
[when]- the revision is not told=revision == null
[when]- the revision is told=revision != null
[when]- the revision is {n}=revision == {n}
[when]- the rule is not told=rule == null
[when]- the rule is told=rule != null
[when]- the rule is one of {list}=rule in ({list})
[when]- the rule begins with {x}=rule str[startsWith] "{x}"
[when]- the rule is not {x}=rule != "{x}"
[when]- the rule is {x}=rule == "{x}"
[when]- the flash sale is not told=saleId == null
[when]- the flash sale is told=saleId != null
[when]- the flash sale is one of {list}=saleId in ({list})
[when]- the flash sale begins with {x}=saleId str[startsWith] "{x}"
[when]- the flash sale is not {x}=saleId != "{x}"
[when]- the flash sale is {x}=saleId == "{x}"
[when]- the score is at least {n}=score >= {n}
[when]- the score is more than {n}=score > {n}
[when]- the score is at most {n}=score <= {n}
[when]- the score is less than {n}=score < {n}
[when]- the score is not told=score == null
[when]- the score is told=score != null
[when]- the score is {n}=score == {n}
[when]- the time of the event that began it is not told=since == null
[when]- the time of the event that began it is told=since != null
[when]- the time of the event that began it lies within the last {n} days=since.within("{n}d") == true
[when]- the time of the event that began it is at least {n} days ago=since.olderThan("{n}d") == true
[when]- the time of the event that began it comes within {n} days=since.dueWithin("{n}d") == true
[when]- the time of the event that began it lies within the last {n} hours=since.within("{n}h") == true
[when]- the time of the event that began it is at least {n} hours ago=since.olderThan("{n}h") == true
[when]- the time of the event that began it comes within {n} hours=since.dueWithin("{n}h") == true
[when]- the number of members needed is at least {n}=size >= {n}
[when]- the number of members needed is more than {n}=size > {n}
[when]- the number of members needed is at most {n}=size <= {n}
[when]- the number of members needed is less than {n}=size < {n}
[when]- the number of members needed is not told=size == null
[when]- the number of members needed is told=size != null
[when]- the number of members needed is {n}=size == {n}
[when]- the article is not told=sku == null
[when]- the article is told=sku != null
[when]- the article is one of {list}=sku in ({list})
[when]- the article begins with {x}=sku str[startsWith] "{x}"
[when]- the article is not {x}=sku != "{x}"
[when]- the article is {x}=sku == "{x}"
[when]- the source is not told=source == null
[when]- the source is told=source != null
[when]- the source is one of {list}=source in ({list})
[when]- the source begins with {x}=source str[startsWith] "{x}"
[when]- the source is not {x}=source != "{x}"
[when]- the source is {x}=source == "{x}"
[when]- the staff member is not told=staff == null
[when]- the staff member is told=staff != null
[when]- the staff member is one of {list}=staff in ({list})
[when]- the staff member begins with {x}=staff str[startsWith] "{x}"
[when]- the staff member is not {x}=staff != "{x}"
[when]- the staff member is {x}=staff == "{x}"
[when]- the beginning is not told=startsAt == null
[when]- the beginning is told=startsAt != null
[when]- the beginning lies within the last {n} days=startsAt.within("{n}d") == true
[when]- the beginning is at least {n} days ago=startsAt.olderThan("{n}d") == true
[when]- the beginning comes within {n} days=startsAt.dueWithin("{n}d") == true
[when]- the beginning lies within the last {n} hours=startsAt.within("{n}h") == true
[when]- the beginning is at least {n} hours ago=startsAt.olderThan("{n}h") == true
[when]- the beginning comes within {n} hours=startsAt.dueWithin("{n}h") == true
[when]- the step is not told=step == null
[when]- the step is told=step != null
[when]- the step is one of {list}=step in ({list})
[when]- the step begins with {x}=step str[startsWith] "{x}"
[when]- the step is not {x}=step != "{x}"
[when]- the step is {x}=step == "{x}"
[when]- the stock is at least {n}=stock >= {n}
[when]- the stock is more than {n}=stock > {n}
[when]- the stock is at most {n}=stock <= {n}
[when]- the stock is less than {n}=stock < {n}
[when]- the stock is not told=stock == null
[when]- the stock is told=stock != null
[when]- the stock is {n}=stock == {n}
[when]- the store is not told=store == null
[when]- the store is told=store != null
[when]- the store is one of {list}=store in ({list})
[when]- the store begins with {x}=store str[startsWith] "{x}"
[when]- the store is not {x}=store != "{x}"
[when]- the store is {x}=store == "{x}"
[when]- the list of added tags is not told=tags == null
[when]- the list of added tags is told=tags != null
[when]- the list of added tags does not have {x}=tags not contains "{x}"
[when]- the list of added tags has {x}=tags contains "{x}"
[when]- the list of removed tags is not told=tagsRemoved == null
[when]- the list of removed tags is told=tagsRemoved != null
[when]- the list of removed tags does not have {x}=tagsRemoved not contains "{x}"
[when]- the list of removed tags has {x}=tagsRemoved contains "{x}"
[when]- the task is not told=task == null
[when]- the task is told=task != null
[when]- the task is one of {list}=task in ({list})
[when]- the task begins with {x}=task str[startsWith] "{x}"
[when]- the task is not {x}=task != "{x}"
[when]- the task is {x}=task == "{x}"
[when]- the template is not told=template == null
[when]- the template is told=template != null
[when]- the template is one of {list}=template in ({list})
[when]- the template begins with {x}=template str[startsWith] "{x}"
[when]- the template is not {x}=template != "{x}"
[when]- the template is {x}=template == "{x}"
[when]- the title is not told=title == null
[when]- the title is told=title != null
[when]- the title is one of {list}=title in ({list})
[when]- the title begins with {x}=title str[startsWith] "{x}"
[when]- the title is not {x}=title != "{x}"
[when]- the title is {x}=title == "{x}"
[when]- the total is at least {n}=total >= {n}
[when]- the total is more than {n}=total > {n}
[when]- the total is at most {n}=total <= {n}
[when]- the total is less than {n}=total < {n}
[when]- the total is not told=total == null
[when]- the total is told=total != null
[when]- the total is {n}=total == {n}
[when]- the tracking number is not told=trackingNumber == null
[when]- the tracking number is told=trackingNumber != null
[when]- the tracking number is one of {list}=trackingNumber in ({list})
[when]- the tracking number begins with {x}=trackingNumber str[startsWith] "{x}"
[when]- the tracking number is not {x}=trackingNumber != "{x}"
[when]- the tracking number is {x}=trackingNumber == "{x}"
[when]- the type is not told=type == null
[when]- the type is told=type != null
[when]- the type is one of {list}=type in ({list})
[when]- the type begins with {x}=type str[startsWith] "{x}"
[when]- the type is not {x}=type != "{x}"
[when]- the type is {x}=type == "{x}"
[when]- the UnionID is not known=unionid == false
[when]- the UnionID is known=unionid == true
[when]- the time of the next attempt is not told=until == null
[when]- the time of the next attempt is told=until != null
[when]- the time of the next attempt lies within the last {n} days=until.within("{n}d") == true
[when]- the time of the next attempt is at least {n} days ago=until.olderThan("{n}d") == true
[when]- the time of the next attempt comes within {n} days=until.dueWithin("{n}d") == true
[when]- the time of the next attempt lies within the last {n} hours=until.within("{n}h") == true
[when]- the time of the next attempt is at least {n} hours ago=until.olderThan("{n}h") == true
[when]- the time of the next attempt comes within {n} hours=until.dueWithin("{n}h") == true
[when]- the link is not known=url == false
[when]- the link is known=url == true
[when]- the value is not known=value == false
[when]- the value is known=value == true
[when]- the value is at least {n}=value >= {n}
[when]- the value is more than {n}=value > {n}
[when]- the value is at most {n}=value <= {n}
[when]- the value is less than {n}=value < {n}
[when]- the value is not told=value == null
[when]- the value is told=value != null
[when]- the value is {n}=value == {n}

# Events
[when]An order is placed=OrderPlaced()
[when]An order is paid=OrderPaid()
[when]An order is ready=OrderReady()
[when]An order is shipped=OrderShipped()
[when]An order is delivered=OrderDelivered()
[when]An order is picked up=OrderPickedup()
[when]An order is cancelled=OrderCancelled()
[when]An order is refunded=OrderRefunded()
[when]An invoice is issued=InvoiceIssued()
[when]A coupon is issued=CouponIssued()
[when]A coupon is claimed=CouponClaimed()
[when]A coupon is redeemed=CouponRedeemed()
[when]A coupon lapses=CouponLapsed()
[when]Something is put into the cart=CartAdded()
[when]Something is taken out of the cart=CartRemoved()
[when]A member joins=MemberJoined()
[when]A member is updated=MemberUpdated()
[when]Two members are merged=MemberMerged()
[when]The level changes=LevelChanged()
[when]Consent is given=ConsentGiven()
[when]Consent is withdrawn=ConsentWithdrawn()
[when]An identity is linked=IdentityLinked()
[when]A referral is shared=ReferralShared()
[when]A referral is accepted=ReferralAccepted()
[when]A page is viewed=PageViewed()
[when]A store is visited=StoreVisited()
[when]A code is scanned=CodeScanned()
[when]A live show starts=LiveStarted()
[when]A live show is joined=LiveJoined()
[when]A group buy is opened=GroupbuyOpened()
[when]A group buy is joined=GroupbuyJoined()
[when]A group buy is filled=GroupbuyFilled()
[when]A group buy fails=GroupbuyFailed()
[when]A flash sale starts=FlashsaleStarted()
[when]A flash sale is sold out=FlashsaleSoldout()
[when]A community is joined=CommunityJoined()
[when]A community is left=CommunityLeft()
[when]A community is updated=CommunityUpdated()
[when]Stock is expiring=StockExpiring()
[when]Feedback is given=FeedbackGiven()
[when]The house ticks=Tick()
[when]A campaign is called=CampaignCalled()
[when]A scan runs=Scan()
[when]A snapshot is taken=Snapshot()
[when]An edition is activated=EditionActivated()
[when]A step is due=StepDue()
[when]A promise is asked=PromiseAsked()
[when]An audience is asked for=AudienceAsked()
[when]A goal is counted=GoalCounted()
[when]A community is counted=CommunityCounted()
[when]A campaign is paused=CampaignPaused()
[when]A campaign is resumed=CampaignResumed()
[when]A campaign is ended=CampaignEnded()
[when]A message is claimed=MessageClaimed()
[when]A message is sent=MessageSent()
[when]A message is delivered=MessageDelivered()
[when]A message is opened=MessageOpened()
[when]A message is clicked=MessageClicked()
[when]A message fails=MessageFailed()
[when]The fate of a message is unknown=MessageUnknown()
[when]A message is deferred=MessageDeferred()
[when]A message is released=MessageReleased()
[when]A message is cancelled=MessageCancelled()
[when]The cancelling of a message is refused=MessageCancelRefused()
[when]A message expires=MessageExpired()
[when]A message is to be sent again=MessageRequeueAsked()
[when]A message may not be sent again=MessageRequeueRefused()
[when]A message will be sent again=MessageRequeued()
[when]A message is parked=MessageParked()
[when]A push is joined=PushJoined()
[when]A push is confirmed=PushConfirmed()
[when]A push expires=PushExpired()
[when]A push hits its cap=PushCaphit()
[when]A task is done=TaskDone()
[when]A quota is asked for=QuotaAsked()
[when]A quota is lent=QuotaLent()
[when]A quota is returned=QuotaReturned()
[when]A quota is recalled=QuotaRecalled()
[when]A quota is refused=QuotaRefused()
[when]A reward is earned=RewardEarned()
[when]A member is erased=MemberErased()
[when]An entry is tried again=EntryRequeued()

# What is proposed
[then]Send {template} as step {step}=propose.send("{template}").step("{step}");
[then]Send {template}=propose.send("{template}");
[then]Push {template}=propose.push("{template}");
[then]Ask the staff to do {task}=propose.task("{task}");
[then]Tag the member {tag}=propose.tag("{tag}");
[then]Give the coupon {kind}=propose.coupon("{kind}");
[then]Enrol the member in {campaign}=propose.enrol("{campaign}");
[then]Count the goal of {campaign}=propose.goal("{campaign}");
[then]Pay a commission of {n} percent=propose.commission({n});
