# 内置事实的中文句子。门店自己的说法写在旁边的另一个文件里。

# 会员与本券的专门说法
[when]- 会员没有标签 {tag}=member.tagged("{tag}") == false
[when]- 会员带有标签 {tag}=member.tagged("{tag}") == true
[when]- 会员最近 {d} 天下单不少于 {n} 次=member.ordersIn("{d}d") >= {n}
[when]- 会员最近 {d} 天下单不多于 {n} 次=member.ordersIn("{d}d") <= {n}
[when]- 会员最近 {d} 天正好下单 {n} 次=member.ordersIn("{d}d") == {n}
[when]- 会员最近 {d} 天消费不少于 {n} 元=member.spentIn("{d}d") >= {n}
[when]- 会员最近 {d} 天消费不多于 {n} 元=member.spentIn("{d}d") <= {n}
[when]- 会员在门店 {store} 下单不少于 {n} 次=member.ordersAt("{store}") >= {n}
[when]- 会员在门店 {store} 下单不多于 {n} 次=member.ordersAt("{store}") <= {n}
[when]- 会员最近 {d} 天没有在门店 {store} 下单=member.boughtIn("{store}", "{d}d") == false
[when]- 会员最近 {d} 天在门店 {store} 下过单=member.boughtIn("{store}", "{d}d") == true
[when]- 会员最近 {d} 天没有买过商品 {sku}=member.bought("{sku}", "{d}d") == false
[when]- 会员最近 {d} 天买过商品 {sku}=member.bought("{sku}", "{d}d") == true
[when]- 事件所属门店不是会员自己的门店=member.ofStore == false
[when]- 事件所属门店是会员自己的门店=member.ofStore == true
[when]- 会员不在本店的 {km} 公里之内=member.nearStore("{km} km") == false
[when]- 会员可能在本店的 {km} 公里之内=member.nearStore("{km} km") == true
[when]- 会员不在门店 {store} 的 {km} 公里之内=member.near("{store}", "{km} km") == false
[when]- 会员可能在门店 {store} 的 {km} 公里之内=member.near("{store}", "{km} km") == true
[when]- 会员归属门店不属于组织 {unit}=member.homeStoreIn("{unit}") == false
[when]- 会员归属门店属于组织 {unit}=member.homeStoreIn("{unit}") == true
[when]- 会员最近到访门店不属于组织 {unit}=member.lastStoreIn("{unit}") == false
[when]- 会员最近到访门店属于组织 {unit}=member.lastStoreIn("{unit}") == true
[when]- 会员不在名单 {list} 中=member.inList("{list}") == false
[when]- 会员在名单 {list} 中=member.inList("{list}") == true
[when]- 所核对的人群不是 {x}=audience != "{x}"
[when]- 所核对的人群是 {x}=audience == "{x}"
[when]- 会员没有可用的券 {kind}=member.holds("{kind}") == false
[when]- 会员持有可用的券 {kind}=member.holds("{kind}") == true
[when]- 会员不在活动中 {campaign}=member.enrolled("{campaign}") == false
[when]- 会员在活动中 {campaign}=member.enrolled("{campaign}") == true
[when]- 本券未领取=coupon.claimed == false
[when]- 本券已领取=coupon.claimed == true
[when]- 本券当前不可用=coupon.open == false
[when]- 本券当前可用=coupon.open == true

# 会员逐个持有的券、订单和活动
[when]会员没有这样的券=not Coupon()
[when]会员有这样的券=exists Coupon()
[when]会员没有这样的订单=not Order()
[when]会员有这样的订单=exists Order()
[when]会员不在这样的活动中=not Enrolment()
[when]会员在这样的活动中=exists Enrolment()
[when]- 尚未领取=claimed == false
[when]- 已经领取=claimed == true
[when]- 当前不可用=open == false
[when]- 当前可用=open == true
[when]- 由本事件带来=earlier == false
[when]- 在本事件之前已有=earlier == true

# 会员、本券、社群
[when]- 没有会员入会时间=member.joinedAt == null
[when]- 有会员入会时间=member.joinedAt != null
[when]- 会员入会时间在最近 {n} 天内=member.joinedAt.within("{n}d") == true
[when]- 会员入会时间在 {n} 天以前=member.joinedAt.olderThan("{n}d") == true
[when]- 会员入会时间在 {n} 天内到来=member.joinedAt.dueWithin("{n}d") == true
[when]- 会员入会时间在最近 {n} 小时内=member.joinedAt.within("{n}h") == true
[when]- 会员入会时间在 {n} 小时以前=member.joinedAt.olderThan("{n}h") == true
[when]- 会员入会时间在 {n} 小时内到来=member.joinedAt.dueWithin("{n}h") == true
[when]- 会员等级不少于 {n}=member.level >= {n}
[when]- 会员等级多于 {n}=member.level > {n}
[when]- 会员等级不多于 {n}=member.level <= {n}
[when]- 会员等级少于 {n}=member.level < {n}
[when]- 没有会员等级=member.level == null
[when]- 有会员等级=member.level != null
[when]- 会员等级是 {n}=member.level == {n}
[when]- 没有会员标签=member.tags == null
[when]- 有会员标签=member.tags != null
[when]- 会员标签不包含 {x}=member.tags not contains "{x}"
[when]- 会员标签包含 {x}=member.tags contains "{x}"
[when]- 没有会员所在社群=member.communities == null
[when]- 有会员所在社群=member.communities != null
[when]- 会员所在社群不包含 {x}=member.communities not contains "{x}"
[when]- 会员所在社群包含 {x}=member.communities contains "{x}"
[when]- 会员累计下单次数不少于 {n}=member.orders >= {n}
[when]- 会员累计下单次数多于 {n}=member.orders > {n}
[when]- 会员累计下单次数不多于 {n}=member.orders <= {n}
[when]- 会员累计下单次数少于 {n}=member.orders < {n}
[when]- 没有会员累计下单次数=member.orders == null
[when]- 有会员累计下单次数=member.orders != null
[when]- 会员累计下单次数是 {n}=member.orders == {n}
[when]- 会员累计下单金额不少于 {n} 元=member.spent >= {n}
[when]- 会员累计下单金额不少于 {n}=member.spent >= {n}
[when]- 会员累计下单金额多于 {n} 元=member.spent > {n}
[when]- 会员累计下单金额多于 {n}=member.spent > {n}
[when]- 会员累计下单金额不多于 {n} 元=member.spent <= {n}
[when]- 会员累计下单金额不多于 {n}=member.spent <= {n}
[when]- 会员累计下单金额少于 {n} 元=member.spent < {n}
[when]- 会员累计下单金额少于 {n}=member.spent < {n}
[when]- 没有会员累计下单金额=member.spent == null
[when]- 有会员累计下单金额=member.spent != null
[when]- 会员累计下单金额是 {n}=member.spent == {n}
[when]- 会员退款次数不少于 {n}=member.refunds >= {n}
[when]- 会员退款次数多于 {n}=member.refunds > {n}
[when]- 会员退款次数不多于 {n}=member.refunds <= {n}
[when]- 会员退款次数少于 {n}=member.refunds < {n}
[when]- 没有会员退款次数=member.refunds == null
[when]- 有会员退款次数=member.refunds != null
[when]- 会员退款次数是 {n}=member.refunds == {n}
[when]- 没有会员首次下单时间=member.firstOrderAt == null
[when]- 有会员首次下单时间=member.firstOrderAt != null
[when]- 会员首次下单时间在最近 {n} 天内=member.firstOrderAt.within("{n}d") == true
[when]- 会员首次下单时间在 {n} 天以前=member.firstOrderAt.olderThan("{n}d") == true
[when]- 会员首次下单时间在 {n} 天内到来=member.firstOrderAt.dueWithin("{n}d") == true
[when]- 会员首次下单时间在最近 {n} 小时内=member.firstOrderAt.within("{n}h") == true
[when]- 会员首次下单时间在 {n} 小时以前=member.firstOrderAt.olderThan("{n}h") == true
[when]- 会员首次下单时间在 {n} 小时内到来=member.firstOrderAt.dueWithin("{n}h") == true
[when]- 没有会员最近下单时间=member.lastOrderAt == null
[when]- 有会员最近下单时间=member.lastOrderAt != null
[when]- 会员最近下单时间在最近 {n} 天内=member.lastOrderAt.within("{n}d") == true
[when]- 会员最近下单时间在 {n} 天以前=member.lastOrderAt.olderThan("{n}d") == true
[when]- 会员最近下单时间在 {n} 天内到来=member.lastOrderAt.dueWithin("{n}d") == true
[when]- 会员最近下单时间在最近 {n} 小时内=member.lastOrderAt.within("{n}h") == true
[when]- 会员最近下单时间在 {n} 小时以前=member.lastOrderAt.olderThan("{n}h") == true
[when]- 会员最近下单时间在 {n} 小时内到来=member.lastOrderAt.dueWithin("{n}h") == true
[when]- 会员距最近下单的天数不少于 {n}=member.daysSinceLastOrder >= {n}
[when]- 会员距最近下单的天数多于 {n}=member.daysSinceLastOrder > {n}
[when]- 会员距最近下单的天数不多于 {n}=member.daysSinceLastOrder <= {n}
[when]- 会员距最近下单的天数少于 {n}=member.daysSinceLastOrder < {n}
[when]- 没有会员距最近下单的天数=member.daysSinceLastOrder == null
[when]- 有会员距最近下单的天数=member.daysSinceLastOrder != null
[when]- 会员距最近下单的天数是 {n}=member.daysSinceLastOrder == {n}
[when]- 会员可用券数不少于 {n}=member.openCoupons >= {n}
[when]- 会员可用券数多于 {n}=member.openCoupons > {n}
[when]- 会员可用券数不多于 {n}=member.openCoupons <= {n}
[when]- 会员可用券数少于 {n}=member.openCoupons < {n}
[when]- 没有会员可用券数=member.openCoupons == null
[when]- 有会员可用券数=member.openCoupons != null
[when]- 会员可用券数是 {n}=member.openCoupons == {n}
[when]- 没有会员首次来源=member.firstSource == null
[when]- 有会员首次来源=member.firstSource != null
[when]- 会员首次来源是其中之一 {list}=member.firstSource in ({list})
[when]- 会员首次来源开头是 {x}=member.firstSource str[startsWith] "{x}"
[when]- 会员首次来源不是 {x}=member.firstSource != "{x}"
[when]- 会员首次来源是 {x}=member.firstSource == "{x}"
[when]- 没有会员最近来源=member.lastSource == null
[when]- 有会员最近来源=member.lastSource != null
[when]- 会员最近来源是其中之一 {list}=member.lastSource in ({list})
[when]- 会员最近来源开头是 {x}=member.lastSource str[startsWith] "{x}"
[when]- 会员最近来源不是 {x}=member.lastSource != "{x}"
[when]- 会员最近来源是 {x}=member.lastSource == "{x}"
[when]- 没有会员最近门店=member.lastStore == null
[when]- 有会员最近门店=member.lastStore != null
[when]- 会员最近门店是其中之一 {list}=member.lastStore in ({list})
[when]- 会员最近门店开头是 {x}=member.lastStore str[startsWith] "{x}"
[when]- 会员最近门店不是 {x}=member.lastStore != "{x}"
[when]- 会员最近门店是 {x}=member.lastStore == "{x}"
[when]- 没有本券券号=coupon.id == null
[when]- 有本券券号=coupon.id != null
[when]- 本券券号是其中之一 {list}=coupon.id in ({list})
[when]- 本券券号开头是 {x}=coupon.id str[startsWith] "{x}"
[when]- 本券券号不是 {x}=coupon.id != "{x}"
[when]- 本券券号是 {x}=coupon.id == "{x}"
[when]- 没有本券券种=coupon.kind == null
[when]- 有本券券种=coupon.kind != null
[when]- 本券券种是其中之一 {list}=coupon.kind in ({list})
[when]- 本券券种开头是 {x}=coupon.kind str[startsWith] "{x}"
[when]- 本券券种不是 {x}=coupon.kind != "{x}"
[when]- 本券券种是 {x}=coupon.kind == "{x}"
[when]- 本券面值不少于 {n} 元=coupon.value >= {n}
[when]- 本券面值不少于 {n}=coupon.value >= {n}
[when]- 本券面值多于 {n} 元=coupon.value > {n}
[when]- 本券面值多于 {n}=coupon.value > {n}
[when]- 本券面值不多于 {n} 元=coupon.value <= {n}
[when]- 本券面值不多于 {n}=coupon.value <= {n}
[when]- 本券面值少于 {n} 元=coupon.value < {n}
[when]- 本券面值少于 {n}=coupon.value < {n}
[when]- 没有本券面值=coupon.value == null
[when]- 有本券面值=coupon.value != null
[when]- 本券面值是 {n}=coupon.value == {n}
[when]- 没有发放本券的活动=coupon.campaign == null
[when]- 有发放本券的活动=coupon.campaign != null
[when]- 发放本券的活动是其中之一 {list}=coupon.campaign in ({list})
[when]- 发放本券的活动开头是 {x}=coupon.campaign str[startsWith] "{x}"
[when]- 发放本券的活动不是 {x}=coupon.campaign != "{x}"
[when]- 发放本券的活动是 {x}=coupon.campaign == "{x}"
[when]- 没有本券发放时间=coupon.issuedAt == null
[when]- 有本券发放时间=coupon.issuedAt != null
[when]- 本券发放时间在最近 {n} 天内=coupon.issuedAt.within("{n}d") == true
[when]- 本券发放时间在 {n} 天以前=coupon.issuedAt.olderThan("{n}d") == true
[when]- 本券发放时间在 {n} 天内到来=coupon.issuedAt.dueWithin("{n}d") == true
[when]- 本券发放时间在最近 {n} 小时内=coupon.issuedAt.within("{n}h") == true
[when]- 本券发放时间在 {n} 小时以前=coupon.issuedAt.olderThan("{n}h") == true
[when]- 本券发放时间在 {n} 小时内到来=coupon.issuedAt.dueWithin("{n}h") == true
[when]- 没有本券到期时间=coupon.expiresAt == null
[when]- 有本券到期时间=coupon.expiresAt != null
[when]- 本券到期时间在最近 {n} 天内=coupon.expiresAt.within("{n}d") == true
[when]- 本券到期时间在 {n} 天以前=coupon.expiresAt.olderThan("{n}d") == true
[when]- 本券到期时间在 {n} 天内到来=coupon.expiresAt.dueWithin("{n}d") == true
[when]- 本券到期时间在最近 {n} 小时内=coupon.expiresAt.within("{n}h") == true
[when]- 本券到期时间在 {n} 小时以前=coupon.expiresAt.olderThan("{n}h") == true
[when]- 本券到期时间在 {n} 小时内到来=coupon.expiresAt.dueWithin("{n}h") == true
[when]- 本券核销次数不少于 {n}=coupon.redemptions >= {n}
[when]- 本券核销次数多于 {n}=coupon.redemptions > {n}
[when]- 本券核销次数不多于 {n}=coupon.redemptions <= {n}
[when]- 本券核销次数少于 {n}=coupon.redemptions < {n}
[when]- 没有本券核销次数=coupon.redemptions == null
[when]- 有本券核销次数=coupon.redemptions != null
[when]- 本券核销次数是 {n}=coupon.redemptions == {n}
[when]- 没有社群类型=community.type == null
[when]- 有社群类型=community.type != null
[when]- 社群类型是其中之一 {list}=community.type in ({list})
[when]- 社群类型开头是 {x}=community.type str[startsWith] "{x}"
[when]- 社群类型不是 {x}=community.type != "{x}"
[when]- 社群类型是 {x}=community.type == "{x}"
[when]- 没有社群所属门店=community.store == null
[when]- 有社群所属门店=community.store != null
[when]- 社群所属门店是其中之一 {list}=community.store in ({list})
[when]- 社群所属门店开头是 {x}=community.store str[startsWith] "{x}"
[when]- 社群所属门店不是 {x}=community.store != "{x}"
[when]- 社群所属门店是 {x}=community.store == "{x}"
[when]- 社群所属门店不属于组织 {unit}=community.storeIn("{unit}") == false
[when]- 社群所属门店属于组织 {unit}=community.storeIn("{unit}") == true
[when]- 没有事件所属门店=store.id == null
[when]- 有事件所属门店=store.id != null
[when]- 事件所属门店是其中之一 {list}=store.id in ({list})
[when]- 事件所属门店开头是 {x}=store.id str[startsWith] "{x}"
[when]- 事件所属门店不属于组织 {unit}=store.in("{unit}") == false
[when]- 事件所属门店属于组织 {unit}=store.in("{unit}") == true
[when]- 事件所属门店不是 {x}=store.id != "{x}"
[when]- 事件所属门店是 {x}=store.id == "{x}"
[when]- 社群不属于事件所属门店=community.ofStore == false
[when]- 社群属于事件所属门店=community.ofStore == true
[when]- 没有社群负责人=community.owner == null
[when]- 有社群负责人=community.owner != null
[when]- 社群负责人是其中之一 {list}=community.owner in ({list})
[when]- 社群负责人开头是 {x}=community.owner str[startsWith] "{x}"
[when]- 社群负责人不是 {x}=community.owner != "{x}"
[when]- 社群负责人是 {x}=community.owner == "{x}"
[when]- 社群人数不少于 {n}=community.members >= {n}
[when]- 社群人数多于 {n}=community.members > {n}
[when]- 社群人数不多于 {n}=community.members <= {n}
[when]- 社群人数少于 {n}=community.members < {n}
[when]- 没有社群人数=community.members == null
[when]- 有社群人数=community.members != null
[when]- 社群人数是 {n}=community.members == {n}
[when]- 会员姓名未知=member.name == false
[when]- 会员姓名已知=member.name == true
[when]- 会员昵称未知=member.nickname == false
[when]- 会员昵称已知=member.nickname == true
[when]- 会员手机号未知=member.phone == false
[when]- 会员手机号已知=member.phone == true
[when]- 会员邮箱未知=member.email == false
[when]- 会员邮箱已知=member.email == true
[when]- 会员 OpenID未知=member.openid == false
[when]- 会员 OpenID已知=member.openid == true
[when]- 会员 UnionID未知=member.unionid == false
[when]- 会员 UnionID已知=member.unionid == true
[when]- 会员企业微信联系人未知=member.externalUserId == false
[when]- 会员企业微信联系人已知=member.externalUserId == true
[when]- 会员地址未知=member.address == false
[when]- 会员地址已知=member.address == true
[when]- 没有会员生日=member.birthday == null
[when]- 有会员生日=member.birthday != null
[when]- 会员生日是其中之一 {list}=member.birthday in ({list})
[when]- 会员生日开头是 {x}=member.birthday str[startsWith] "{x}"
[when]- 会员生日不是 {x}=member.birthday != "{x}"
[when]- 会员生日是 {x}=member.birthday == "{x}"
[when]- 不知道会员所在网格=member.position == null
[when]- 知道会员所在网格=member.position != null
[when]- 会员所在网格不是 {geohash}=member.position != "{geohash}"
[when]- 会员所在网格是 {geohash}=member.position == "{geohash}"
[when]- 没有会员性别=member.gender == null
[when]- 有会员性别=member.gender != null
[when]- 会员性别是其中之一 {list}=member.gender in ({list})
[when]- 会员性别开头是 {x}=member.gender str[startsWith] "{x}"
[when]- 会员性别不是 {x}=member.gender != "{x}"
[when]- 会员性别是 {x}=member.gender == "{x}"
[when]- 没有会员语言=member.language == null
[when]- 有会员语言=member.language != null
[when]- 会员语言是其中之一 {list}=member.language in ({list})
[when]- 会员语言开头是 {x}=member.language str[startsWith] "{x}"
[when]- 会员语言不是 {x}=member.language != "{x}"
[when]- 会员语言是 {x}=member.language == "{x}"
[when]- 没有会员城市=member.city == null
[when]- 有会员城市=member.city != null
[when]- 会员城市是其中之一 {list}=member.city in ({list})
[when]- 会员城市开头是 {x}=member.city str[startsWith] "{x}"
[when]- 会员城市不是 {x}=member.city != "{x}"
[when]- 会员城市是 {x}=member.city == "{x}"
[when]- 没有会员归属门店=member.homeStore == null
[when]- 有会员归属门店=member.homeStore != null
[when]- 会员归属门店是其中之一 {list}=member.homeStore in ({list})
[when]- 会员归属门店开头是 {x}=member.homeStore str[startsWith] "{x}"
[when]- 会员归属门店不是 {x}=member.homeStore != "{x}"
[when]- 会员归属门店是 {x}=member.homeStore == "{x}"
[when]- 没有会员时区=member.zone == null
[when]- 有会员时区=member.zone != null
[when]- 会员时区是其中之一 {list}=member.zone in ({list})
[when]- 会员时区开头是 {x}=member.zone str[startsWith] "{x}"
[when]- 会员时区不是 {x}=member.zone != "{x}"
[when]- 会员时区是 {x}=member.zone == "{x}"

# 事件，以及券、订单、活动自身的内容
[when]- 收货地址未知=address == false
[when]- 收货地址已知=address == true
[when]- 没有扫描起点=after == null
[when]- 有扫描起点=after != null
[when]- 扫描起点是其中之一 {list}=after in ({list})
[when]- 扫描起点开头是 {x}=after str[startsWith] "{x}"
[when]- 扫描起点不是 {x}=after != "{x}"
[when]- 扫描起点是 {x}=after == "{x}"
[when]- 奖励金额不少于 {n} 元=amount >= {n}
[when]- 奖励金额不少于 {n}=amount >= {n}
[when]- 奖励金额多于 {n} 元=amount > {n}
[when]- 奖励金额多于 {n}=amount > {n}
[when]- 奖励金额不多于 {n} 元=amount <= {n}
[when]- 奖励金额不多于 {n}=amount <= {n}
[when]- 奖励金额少于 {n} 元=amount < {n}
[when]- 奖励金额少于 {n}=amount < {n}
[when]- 没有奖励金额=amount == null
[when]- 有奖励金额=amount != null
[when]- 奖励金额是 {n}=amount == {n}
[when]- 没有应用=app == null
[when]- 有应用=app != null
[when]- 应用是其中之一 {list}=app in ({list})
[when]- 应用开头是 {x}=app str[startsWith] "{x}"
[when]- 应用不是 {x}=app != "{x}"
[when]- 应用是 {x}=app == "{x}"
[when]- 没有发生时间=at == null
[when]- 有发生时间=at != null
[when]- 发生时间在最近 {n} 天内=at.within("{n}d") == true
[when]- 发生时间在 {n} 天以前=at.olderThan("{n}d") == true
[when]- 发生时间在 {n} 天内到来=at.dueWithin("{n}d") == true
[when]- 发生时间在最近 {n} 小时内=at.within("{n}h") == true
[when]- 发生时间在 {n} 小时以前=at.olderThan("{n}h") == true
[when]- 发生时间在 {n} 小时内到来=at.dueWithin("{n}h") == true
[when]- 发送次数不少于 {n}=attempt >= {n}
[when]- 发送次数多于 {n}=attempt > {n}
[when]- 发送次数不多于 {n}=attempt <= {n}
[when]- 发送次数少于 {n}=attempt < {n}
[when]- 没有发送次数=attempt == null
[when]- 有发送次数=attempt != null
[when]- 发送次数是 {n}=attempt == {n}
[when]- 没有生日=birthday == null
[when]- 有生日=birthday != null
[when]- 生日是其中之一 {list}=birthday in ({list})
[when]- 生日开头是 {x}=birthday str[startsWith] "{x}"
[when]- 生日不是 {x}=birthday != "{x}"
[when]- 生日是 {x}=birthday == "{x}"
[when]- 不知道所在网格=position == null
[when]- 知道所在网格=position != null
[when]- 所在网格不是 {geohash}=position != "{geohash}"
[when]- 所在网格是 {geohash}=position == "{geohash}"
[when]- 额度不少于 {n}=block >= {n}
[when]- 额度多于 {n}=block > {n}
[when]- 额度不多于 {n}=block <= {n}
[when]- 额度少于 {n}=block < {n}
[when]- 没有额度=block == null
[when]- 有额度=block != null
[when]- 额度是 {n}=block == {n}
[when]- 没有活动=campaign == null
[when]- 有活动=campaign != null
[when]- 活动是其中之一 {list}=campaign in ({list})
[when]- 活动开头是 {x}=campaign str[startsWith] "{x}"
[when]- 活动不是 {x}=campaign != "{x}"
[when]- 活动是 {x}=campaign == "{x}"
[when]- 没有承运商=carrier == null
[when]- 有承运商=carrier != null
[when]- 承运商是其中之一 {list}=carrier in ({list})
[when]- 承运商开头是 {x}=carrier str[startsWith] "{x}"
[when]- 承运商不是 {x}=carrier != "{x}"
[when]- 承运商是 {x}=carrier == "{x}"
[when]- 没有购物车=cartId == null
[when]- 有购物车=cartId != null
[when]- 购物车是其中之一 {list}=cartId in ({list})
[when]- 购物车开头是 {x}=cartId str[startsWith] "{x}"
[when]- 购物车不是 {x}=cartId != "{x}"
[when]- 购物车是 {x}=cartId == "{x}"
[when]- 变化人数不少于 {n}=change >= {n}
[when]- 变化人数多于 {n}=change > {n}
[when]- 变化人数不多于 {n}=change <= {n}
[when]- 变化人数少于 {n}=change < {n}
[when]- 没有变化人数=change == null
[when]- 有变化人数=change != null
[when]- 变化人数是 {n}=change == {n}
[when]- 没有渠道=channel == null
[when]- 有渠道=channel != null
[when]- 渠道是其中之一 {list}=channel in ({list})
[when]- 渠道开头是 {x}=channel str[startsWith] "{x}"
[when]- 渠道不是 {x}=channel != "{x}"
[when]- 渠道是 {x}=channel == "{x}"
[when]- 没有城市=city == null
[when]- 有城市=city != null
[when]- 城市是其中之一 {list}=city in ({list})
[when]- 城市开头是 {x}=city str[startsWith] "{x}"
[when]- 城市不是 {x}=city != "{x}"
[when]- 城市是 {x}=city == "{x}"
[when]- 没有码=code == null
[when]- 有码=code != null
[when]- 码是其中之一 {list}=code in ({list})
[when]- 码开头是 {x}=code str[startsWith] "{x}"
[when]- 码不是 {x}=code != "{x}"
[when]- 码是 {x}=code == "{x}"
[when]- 没有评语=comment == null
[when]- 有评语=comment != null
[when]- 评语是其中之一 {list}=comment in ({list})
[when]- 评语开头是 {x}=comment str[startsWith] "{x}"
[when]- 评语不是 {x}=comment != "{x}"
[when]- 评语是 {x}=comment == "{x}"
[when]- 没有社群=community == null
[when]- 有社群=community != null
[when]- 社群是其中之一 {list}=community in ({list})
[when]- 社群开头是 {x}=community str[startsWith] "{x}"
[when]- 社群不是 {x}=community != "{x}"
[when]- 社群是 {x}=community == "{x}"
[when]- 没有券号=couponId == null
[when]- 有券号=couponId != null
[when]- 券号是其中之一 {list}=couponId in ({list})
[when]- 券号开头是 {x}=couponId str[startsWith] "{x}"
[when]- 券号不是 {x}=couponId != "{x}"
[when]- 券号是 {x}=couponId == "{x}"
[when]- 没有币种=currency == null
[when]- 有币种=currency != null
[when]- 币种是其中之一 {list}=currency in ({list})
[when]- 币种开头是 {x}=currency str[startsWith] "{x}"
[when]- 币种不是 {x}=currency != "{x}"
[when]- 币种是 {x}=currency == "{x}"
[when]- 没有额度日期=day == null
[when]- 有额度日期=day != null
[when]- 没有计划时间=due == null
[when]- 有计划时间=due != null
[when]- 计划时间在最近 {n} 天内=due.within("{n}d") == true
[when]- 计划时间在 {n} 天以前=due.olderThan("{n}d") == true
[when]- 计划时间在 {n} 天内到来=due.dueWithin("{n}d") == true
[when]- 计划时间在最近 {n} 小时内=due.within("{n}h") == true
[when]- 计划时间在 {n} 小时以前=due.olderThan("{n}h") == true
[when]- 计划时间在 {n} 小时内到来=due.dueWithin("{n}h") == true
[when]- 没有版本=edition == null
[when]- 有版本=edition != null
[when]- 版本是其中之一 {list}=edition in ({list})
[when]- 版本开头是 {x}=edition str[startsWith] "{x}"
[when]- 版本不是 {x}=edition != "{x}"
[when]- 版本是 {x}=edition == "{x}"
[when]- 邮箱未知=email == false
[when]- 邮箱已知=email == true
[when]- 没有结束时间=endsAt == null
[when]- 有结束时间=endsAt != null
[when]- 结束时间在最近 {n} 天内=endsAt.within("{n}d") == true
[when]- 结束时间在 {n} 天以前=endsAt.olderThan("{n}d") == true
[when]- 结束时间在 {n} 天内到来=endsAt.dueWithin("{n}d") == true
[when]- 结束时间在最近 {n} 小时内=endsAt.within("{n}h") == true
[when]- 结束时间在 {n} 小时以前=endsAt.olderThan("{n}h") == true
[when]- 结束时间在 {n} 小时内到来=endsAt.dueWithin("{n}h") == true
[when]- 没有事件=event == null
[when]- 有事件=event != null
[when]- 事件是其中之一 {list}=event in ({list})
[when]- 事件开头是 {x}=event str[startsWith] "{x}"
[when]- 事件不是 {x}=event != "{x}"
[when]- 事件是 {x}=event == "{x}"
[when]- 没有到期时间=expiresAt == null
[when]- 有到期时间=expiresAt != null
[when]- 到期时间在最近 {n} 天内=expiresAt.within("{n}d") == true
[when]- 到期时间在 {n} 天以前=expiresAt.olderThan("{n}d") == true
[when]- 到期时间在 {n} 天内到来=expiresAt.dueWithin("{n}d") == true
[when]- 到期时间在最近 {n} 小时内=expiresAt.within("{n}h") == true
[when]- 到期时间在 {n} 小时以前=expiresAt.olderThan("{n}h") == true
[when]- 到期时间在 {n} 小时内到来=expiresAt.dueWithin("{n}h") == true
[when]- 企业微信联系人未知=externalUserId == false
[when]- 企业微信联系人已知=externalUserId == true
[when]- 没有事实=fact == null
[when]- 有事实=fact != null
[when]- 事实是其中之一 {list}=fact in ({list})
[when]- 事实开头是 {x}=fact str[startsWith] "{x}"
[when]- 事实不是 {x}=fact != "{x}"
[when]- 事实是 {x}=fact == "{x}"
[when]- 没有被合并会员=from == null
[when]- 有被合并会员=from != null
[when]- 被合并会员是其中之一 {list}=from in ({list})
[when]- 被合并会员开头是 {x}=from str[startsWith] "{x}"
[when]- 被合并会员不是 {x}=from != "{x}"
[when]- 被合并会员是 {x}=from == "{x}"
[when]- 没有性别=gender == null
[when]- 有性别=gender != null
[when]- 性别是其中之一 {list}=gender in ({list})
[when]- 性别开头是 {x}=gender str[startsWith] "{x}"
[when]- 性别不是 {x}=gender != "{x}"
[when]- 性别是 {x}=gender == "{x}"
[when]- 没有团号=groupId == null
[when]- 有团号=groupId != null
[when]- 团号是其中之一 {list}=groupId in ({list})
[when]- 团号开头是 {x}=groupId str[startsWith] "{x}"
[when]- 团号不是 {x}=groupId != "{x}"
[when]- 团号是 {x}=groupId == "{x}"
[when]- 没有归属门店=homeStore == null
[when]- 有归属门店=homeStore != null
[when]- 归属门店是其中之一 {list}=homeStore in ({list})
[when]- 归属门店开头是 {x}=homeStore str[startsWith] "{x}"
[when]- 归属门店不是 {x}=homeStore != "{x}"
[when]- 归属门店是 {x}=homeStore == "{x}"
[when]- 没有时区=zone == null
[when]- 有时区=zone != null
[when]- 时区是其中之一 {list}=zone in ({list})
[when]- 时区开头是 {x}=zone str[startsWith] "{x}"
[when]- 时区不是 {x}=zone != "{x}"
[when]- 时区是 {x}=zone == "{x}"
[when]- 没有编号=id == null
[when]- 有编号=id != null
[when]- 编号是其中之一 {list}=id in ({list})
[when]- 编号开头是 {x}=id str[startsWith] "{x}"
[when]- 编号不是 {x}=id != "{x}"
[when]- 编号是 {x}=id == "{x}"
[when]- 没有发票号=invoiceId == null
[when]- 有发票号=invoiceId != null
[when]- 发票号是其中之一 {list}=invoiceId in ({list})
[when]- 发票号开头是 {x}=invoiceId str[startsWith] "{x}"
[when]- 发票号不是 {x}=invoiceId != "{x}"
[when]- 发票号是 {x}=invoiceId == "{x}"
[when]- 没有发放时间=issuedAt == null
[when]- 有发放时间=issuedAt != null
[when]- 发放时间在最近 {n} 天内=issuedAt.within("{n}d") == true
[when]- 发放时间在 {n} 天以前=issuedAt.olderThan("{n}d") == true
[when]- 发放时间在 {n} 天内到来=issuedAt.dueWithin("{n}d") == true
[when]- 发放时间在最近 {n} 小时内=issuedAt.within("{n}h") == true
[when]- 发放时间在 {n} 小时以前=issuedAt.olderThan("{n}h") == true
[when]- 发放时间在 {n} 小时内到来=issuedAt.dueWithin("{n}h") == true
[when]- 没有商品明细=items == null
[when]- 有商品明细=items != null
[when]- 参团人数不少于 {n}=joined >= {n}
[when]- 参团人数多于 {n}=joined > {n}
[when]- 参团人数不多于 {n}=joined <= {n}
[when]- 参团人数少于 {n}=joined < {n}
[when]- 没有参团人数=joined == null
[when]- 有参团人数=joined != null
[when]- 参团人数是 {n}=joined == {n}
[when]- 没有订单号或券号=key == null
[when]- 有订单号或券号=key != null
[when]- 订单号或券号是其中之一 {list}=key in ({list})
[when]- 订单号或券号开头是 {x}=key str[startsWith] "{x}"
[when]- 订单号或券号不是 {x}=key != "{x}"
[when]- 订单号或券号是 {x}=key == "{x}"
[when]- 没有种类=kind == null
[when]- 有种类=kind != null
[when]- 种类是其中之一 {list}=kind in ({list})
[when]- 种类开头是 {x}=kind str[startsWith] "{x}"
[when]- 种类不是 {x}=kind != "{x}"
[when]- 种类是 {x}=kind == "{x}"
[when]- 没有语言=language == null
[when]- 有语言=language != null
[when]- 语言是其中之一 {list}=language in ({list})
[when]- 语言开头是 {x}=language str[startsWith] "{x}"
[when]- 语言不是 {x}=language != "{x}"
[when]- 语言是 {x}=language == "{x}"
[when]- 等级不少于 {n}=level >= {n}
[when]- 等级多于 {n}=level > {n}
[when]- 等级不多于 {n}=level <= {n}
[when]- 等级少于 {n}=level < {n}
[when]- 没有等级=level == null
[when]- 有等级=level != null
[when]- 等级是 {n}=level == {n}
[when]- 每日上限不少于 {n}=limit >= {n}
[when]- 每日上限多于 {n}=limit > {n}
[when]- 每日上限不多于 {n}=limit <= {n}
[when]- 每日上限少于 {n}=limit < {n}
[when]- 没有每日上限=limit == null
[when]- 有每日上限=limit != null
[when]- 每日上限是 {n}=limit == {n}
[when]- 没有直播间=liveId == null
[when]- 有直播间=liveId != null
[when]- 直播间是其中之一 {list}=liveId in ({list})
[when]- 直播间开头是 {x}=liveId str[startsWith] "{x}"
[when]- 直播间不是 {x}=liveId != "{x}"
[when]- 直播间是 {x}=liveId == "{x}"
[when]- 没有会员=member == null
[when]- 有会员=member != null
[when]- 会员是其中之一 {list}=member in ({list})
[when]- 会员开头是 {x}=member str[startsWith] "{x}"
[when]- 会员不是 {x}=member != "{x}"
[when]- 会员是 {x}=member == "{x}"
[when]- 人数不少于 {n}=members >= {n}
[when]- 人数多于 {n}=members > {n}
[when]- 人数不多于 {n}=members <= {n}
[when]- 人数少于 {n}=members < {n}
[when]- 没有人数=members == null
[when]- 有人数=members != null
[when]- 人数是 {n}=members == {n}
[when]- 没有消息=message == null
[when]- 有消息=message != null
[when]- 消息是其中之一 {list}=message in ({list})
[when]- 消息开头是 {x}=message str[startsWith] "{x}"
[when]- 消息不是 {x}=message != "{x}"
[when]- 消息是 {x}=message == "{x}"
[when]- 名称未知=name == false
[when]- 名称已知=name == true
[when]- 没有名称=name == null
[when]- 有名称=name != null
[when]- 名称是其中之一 {list}=name in ({list})
[when]- 名称开头是 {x}=name str[startsWith] "{x}"
[when]- 名称不是 {x}=name != "{x}"
[when]- 名称是 {x}=name == "{x}"
[when]- 昵称未知=nickname == false
[when]- 昵称已知=nickname == true
[when]- 没有备注=note == null
[when]- 有备注=note != null
[when]- 备注是其中之一 {list}=note in ({list})
[when]- 备注开头是 {x}=note str[startsWith] "{x}"
[when]- 备注不是 {x}=note != "{x}"
[when]- 备注是 {x}=note == "{x}"
[when]- 事件内容不含 {x}=said not contains "{x}"
[when]- 事件内容含有 {x}=said contains "{x}"
[when]- 没有场次=occurrence == null
[when]- 有场次=occurrence != null
[when]- 场次是其中之一 {list}=occurrence in ({list})
[when]- 场次开头是 {x}=occurrence str[startsWith] "{x}"
[when]- 场次不是 {x}=occurrence != "{x}"
[when]- 场次是 {x}=occurrence == "{x}"
[when]- OpenID未知=openid == false
[when]- OpenID已知=openid == true
[when]- 没有订单号=orderId == null
[when]- 有订单号=orderId != null
[when]- 订单号是其中之一 {list}=orderId in ({list})
[when]- 订单号开头是 {x}=orderId str[startsWith] "{x}"
[when]- 订单号不是 {x}=orderId != "{x}"
[when]- 订单号是 {x}=orderId == "{x}"
[when]- 没有负责人=owner == null
[when]- 有负责人=owner != null
[when]- 负责人是其中之一 {list}=owner in ({list})
[when]- 负责人开头是 {x}=owner str[startsWith] "{x}"
[when]- 负责人不是 {x}=owner != "{x}"
[when]- 负责人是 {x}=owner == "{x}"
[when]- 没有页面=page == null
[when]- 有页面=page != null
[when]- 页面是其中之一 {list}=page in ({list})
[when]- 页面开头是 {x}=page str[startsWith] "{x}"
[when]- 页面不是 {x}=page != "{x}"
[when]- 页面是 {x}=page == "{x}"
[when]- 分区不少于 {n}=partition >= {n}
[when]- 分区多于 {n}=partition > {n}
[when]- 分区不多于 {n}=partition <= {n}
[when]- 分区少于 {n}=partition < {n}
[when]- 没有分区=partition == null
[when]- 有分区=partition != null
[when]- 分区是 {n}=partition == {n}
[when]- 电话未知=phone == false
[when]- 电话已知=phone == true
[when]- 日志位置不少于 {n}=position >= {n}
[when]- 日志位置多于 {n}=position > {n}
[when]- 日志位置不多于 {n}=position <= {n}
[when]- 日志位置少于 {n}=position < {n}
[when]- 没有日志位置=position == null
[when]- 有日志位置=position != null
[when]- 日志位置是 {n}=position == {n}
[when]- 原等级不少于 {n}=previous >= {n}
[when]- 原等级多于 {n}=previous > {n}
[when]- 原等级不多于 {n}=previous <= {n}
[when]- 原等级少于 {n}=previous < {n}
[when]- 没有原等级=previous == null
[when]- 有原等级=previous != null
[when]- 原等级是 {n}=previous == {n}
[when]- 单价不少于 {n} 元=price >= {n}
[when]- 单价不少于 {n}=price >= {n}
[when]- 单价多于 {n} 元=price > {n}
[when]- 单价多于 {n}=price > {n}
[when]- 单价不多于 {n} 元=price <= {n}
[when]- 单价不多于 {n}=price <= {n}
[when]- 单价少于 {n} 元=price < {n}
[when]- 单价少于 {n}=price < {n}
[when]- 没有单价=price == null
[when]- 有单价=price != null
[when]- 单价是 {n}=price == {n}
[when]- 没有凭证=proof == null
[when]- 有凭证=proof != null
[when]- 凭证是其中之一 {list}=proof in ({list})
[when]- 凭证开头是 {x}=proof str[startsWith] "{x}"
[when]- 凭证不是 {x}=proof != "{x}"
[when]- 凭证是 {x}=proof == "{x}"
[when]- 没有用途=purpose == null
[when]- 有用途=purpose != null
[when]- 用途是其中之一 {list}=purpose in ({list})
[when]- 用途开头是 {x}=purpose str[startsWith] "{x}"
[when]- 用途不是 {x}=purpose != "{x}"
[when]- 用途是 {x}=purpose == "{x}"
[when]- 数量不少于 {n}=qty >= {n}
[when]- 数量多于 {n}=qty > {n}
[when]- 数量不多于 {n}=qty <= {n}
[when]- 数量少于 {n}=qty < {n}
[when]- 没有数量=qty == null
[when]- 有数量=qty != null
[when]- 数量是 {n}=qty == {n}
[when]- 没有原因=reason == null
[when]- 有原因=reason != null
[when]- 原因是其中之一 {list}=reason in ({list})
[when]- 原因开头是 {x}=reason str[startsWith] "{x}"
[when]- 原因不是 {x}=reason != "{x}"
[when]- 原因是 {x}=reason == "{x}"
[when]- 收件人未知=recipient == false
[when]- 收件人已知=recipient == true
[when]- 核销次数不少于 {n}=redemptions >= {n}
[when]- 核销次数多于 {n}=redemptions > {n}
[when]- 核销次数不多于 {n}=redemptions <= {n}
[when]- 核销次数少于 {n}=redemptions < {n}
[when]- 没有核销次数=redemptions == null
[when]- 有核销次数=redemptions != null
[when]- 核销次数是 {n}=redemptions == {n}
[when]- 没有渠道编号=ref == null
[when]- 有渠道编号=ref != null
[when]- 渠道编号是其中之一 {list}=ref in ({list})
[when]- 渠道编号开头是 {x}=ref str[startsWith] "{x}"
[when]- 渠道编号不是 {x}=ref != "{x}"
[when]- 渠道编号是 {x}=ref == "{x}"
[when]- 没有链接=link == null
[when]- 有链接=link != null
[when]- 链接是其中之一 {list}=link in ({list})
[when]- 链接开头是 {x}=link str[startsWith] "{x}"
[when]- 链接不是 {x}=link != "{x}"
[when]- 链接是 {x}=link == "{x}"
[when]- 没有分享编号=referralId == null
[when]- 有分享编号=referralId != null
[when]- 分享编号是其中之一 {list}=referralId in ({list})
[when]- 分享编号开头是 {x}=referralId str[startsWith] "{x}"
[when]- 分享编号不是 {x}=referralId != "{x}"
[when]- 分享编号是 {x}=referralId == "{x}"
[when]- 没有邀请人=referrer == null
[when]- 有邀请人=referrer != null
[when]- 邀请人是其中之一 {list}=referrer in ({list})
[when]- 邀请人开头是 {x}=referrer str[startsWith] "{x}"
[when]- 邀请人不是 {x}=referrer != "{x}"
[when]- 邀请人是 {x}=referrer == "{x}"
[when]- 没有结果=result == null
[when]- 有结果=result != null
[when]- 结果是其中之一 {list}=result in ({list})
[when]- 结果开头是 {x}=result str[startsWith] "{x}"
[when]- 结果不是 {x}=result != "{x}"
[when]- 结果是 {x}=result == "{x}"
[when]- 版本序号不少于 {n}=revision >= {n}
[when]- 版本序号多于 {n}=revision > {n}
[when]- 版本序号不多于 {n}=revision <= {n}
[when]- 版本序号少于 {n}=revision < {n}
[when]- 没有版本序号=revision == null
[when]- 有版本序号=revision != null
[when]- 版本序号是 {n}=revision == {n}
[when]- 没有规则=rule == null
[when]- 有规则=rule != null
[when]- 规则是其中之一 {list}=rule in ({list})
[when]- 规则开头是 {x}=rule str[startsWith] "{x}"
[when]- 规则不是 {x}=rule != "{x}"
[when]- 规则是 {x}=rule == "{x}"
[when]- 没有秒杀场次=saleId == null
[when]- 有秒杀场次=saleId != null
[when]- 秒杀场次是其中之一 {list}=saleId in ({list})
[when]- 秒杀场次开头是 {x}=saleId str[startsWith] "{x}"
[when]- 秒杀场次不是 {x}=saleId != "{x}"
[when]- 秒杀场次是 {x}=saleId == "{x}"
[when]- 评分不少于 {n}=score >= {n}
[when]- 评分多于 {n}=score > {n}
[when]- 评分不多于 {n}=score <= {n}
[when]- 评分少于 {n}=score < {n}
[when]- 没有评分=score == null
[when]- 有评分=score != null
[when]- 评分是 {n}=score == {n}
[when]- 没有触发时间=since == null
[when]- 有触发时间=since != null
[when]- 触发时间在最近 {n} 天内=since.within("{n}d") == true
[when]- 触发时间在 {n} 天以前=since.olderThan("{n}d") == true
[when]- 触发时间在 {n} 天内到来=since.dueWithin("{n}d") == true
[when]- 触发时间在最近 {n} 小时内=since.within("{n}h") == true
[when]- 触发时间在 {n} 小时以前=since.olderThan("{n}h") == true
[when]- 触发时间在 {n} 小时内到来=since.dueWithin("{n}h") == true
[when]- 成团人数不少于 {n}=size >= {n}
[when]- 成团人数多于 {n}=size > {n}
[when]- 成团人数不多于 {n}=size <= {n}
[when]- 成团人数少于 {n}=size < {n}
[when]- 没有成团人数=size == null
[when]- 有成团人数=size != null
[when]- 成团人数是 {n}=size == {n}
[when]- 没有商品编码=sku == null
[when]- 有商品编码=sku != null
[when]- 商品编码是其中之一 {list}=sku in ({list})
[when]- 商品编码开头是 {x}=sku str[startsWith] "{x}"
[when]- 商品编码不是 {x}=sku != "{x}"
[when]- 商品编码是 {x}=sku == "{x}"
[when]- 没有来源=source == null
[when]- 有来源=source != null
[when]- 来源是其中之一 {list}=source in ({list})
[when]- 来源开头是 {x}=source str[startsWith] "{x}"
[when]- 来源不是 {x}=source != "{x}"
[when]- 来源是 {x}=source == "{x}"
[when]- 没有导购=staff == null
[when]- 有导购=staff != null
[when]- 导购是其中之一 {list}=staff in ({list})
[when]- 导购开头是 {x}=staff str[startsWith] "{x}"
[when]- 导购不是 {x}=staff != "{x}"
[when]- 导购是 {x}=staff == "{x}"
[when]- 没有开始时间=startsAt == null
[when]- 有开始时间=startsAt != null
[when]- 开始时间在最近 {n} 天内=startsAt.within("{n}d") == true
[when]- 开始时间在 {n} 天以前=startsAt.olderThan("{n}d") == true
[when]- 开始时间在 {n} 天内到来=startsAt.dueWithin("{n}d") == true
[when]- 开始时间在最近 {n} 小时内=startsAt.within("{n}h") == true
[when]- 开始时间在 {n} 小时以前=startsAt.olderThan("{n}h") == true
[when]- 开始时间在 {n} 小时内到来=startsAt.dueWithin("{n}h") == true
[when]- 没有步骤=step == null
[when]- 有步骤=step != null
[when]- 步骤是其中之一 {list}=step in ({list})
[when]- 步骤开头是 {x}=step str[startsWith] "{x}"
[when]- 步骤不是 {x}=step != "{x}"
[when]- 步骤是 {x}=step == "{x}"
[when]- 库存不少于 {n}=stock >= {n}
[when]- 库存多于 {n}=stock > {n}
[when]- 库存不多于 {n}=stock <= {n}
[when]- 库存少于 {n}=stock < {n}
[when]- 没有库存=stock == null
[when]- 有库存=stock != null
[when]- 库存是 {n}=stock == {n}
[when]- 没有门店=store == null
[when]- 有门店=store != null
[when]- 门店是其中之一 {list}=store in ({list})
[when]- 门店开头是 {x}=store str[startsWith] "{x}"
[when]- 门店不是 {x}=store != "{x}"
[when]- 门店是 {x}=store == "{x}"
[when]- 没有新增标签=tags == null
[when]- 有新增标签=tags != null
[when]- 新增标签不包含 {x}=tags not contains "{x}"
[when]- 新增标签包含 {x}=tags contains "{x}"
[when]- 没有移除标签=tagsRemoved == null
[when]- 有移除标签=tagsRemoved != null
[when]- 移除标签不包含 {x}=tagsRemoved not contains "{x}"
[when]- 移除标签包含 {x}=tagsRemoved contains "{x}"
[when]- 没有任务=task == null
[when]- 有任务=task != null
[when]- 任务是其中之一 {list}=task in ({list})
[when]- 任务开头是 {x}=task str[startsWith] "{x}"
[when]- 任务不是 {x}=task != "{x}"
[when]- 任务是 {x}=task == "{x}"
[when]- 没有模板=template == null
[when]- 有模板=template != null
[when]- 模板是其中之一 {list}=template in ({list})
[when]- 模板开头是 {x}=template str[startsWith] "{x}"
[when]- 模板不是 {x}=template != "{x}"
[when]- 模板是 {x}=template == "{x}"
[when]- 没有标题=title == null
[when]- 有标题=title != null
[when]- 标题是其中之一 {list}=title in ({list})
[when]- 标题开头是 {x}=title str[startsWith] "{x}"
[when]- 标题不是 {x}=title != "{x}"
[when]- 标题是 {x}=title == "{x}"
[when]- 金额不少于 {n} 元=total >= {n}
[when]- 金额不少于 {n}=total >= {n}
[when]- 金额多于 {n} 元=total > {n}
[when]- 金额多于 {n}=total > {n}
[when]- 金额不多于 {n} 元=total <= {n}
[when]- 金额不多于 {n}=total <= {n}
[when]- 金额少于 {n} 元=total < {n}
[when]- 金额少于 {n}=total < {n}
[when]- 没有金额=total == null
[when]- 有金额=total != null
[when]- 金额是 {n}=total == {n}
[when]- 没有运单号=trackingNumber == null
[when]- 有运单号=trackingNumber != null
[when]- 运单号是其中之一 {list}=trackingNumber in ({list})
[when]- 运单号开头是 {x}=trackingNumber str[startsWith] "{x}"
[when]- 运单号不是 {x}=trackingNumber != "{x}"
[when]- 运单号是 {x}=trackingNumber == "{x}"
[when]- 没有类型=type == null
[when]- 有类型=type != null
[when]- 类型是其中之一 {list}=type in ({list})
[when]- 类型开头是 {x}=type str[startsWith] "{x}"
[when]- 类型不是 {x}=type != "{x}"
[when]- 类型是 {x}=type == "{x}"
[when]- UnionID未知=unionid == false
[when]- UnionID已知=unionid == true
[when]- 没有推迟到的时间=until == null
[when]- 有推迟到的时间=until != null
[when]- 推迟到的时间在最近 {n} 天内=until.within("{n}d") == true
[when]- 推迟到的时间在 {n} 天以前=until.olderThan("{n}d") == true
[when]- 推迟到的时间在 {n} 天内到来=until.dueWithin("{n}d") == true
[when]- 推迟到的时间在最近 {n} 小时内=until.within("{n}h") == true
[when]- 推迟到的时间在 {n} 小时以前=until.olderThan("{n}h") == true
[when]- 推迟到的时间在 {n} 小时内到来=until.dueWithin("{n}h") == true
[when]- 下载地址未知=url == false
[when]- 下载地址已知=url == true
[when]- 面值未知=value == false
[when]- 面值已知=value == true
[when]- 面值不少于 {n} 元=value >= {n}
[when]- 面值不少于 {n}=value >= {n}
[when]- 面值多于 {n} 元=value > {n}
[when]- 面值多于 {n}=value > {n}
[when]- 面值不多于 {n} 元=value <= {n}
[when]- 面值不多于 {n}=value <= {n}
[when]- 面值少于 {n} 元=value < {n}
[when]- 面值少于 {n}=value < {n}
[when]- 没有面值=value == null
[when]- 有面值=value != null
[when]- 面值是 {n}=value == {n}

# 事件
[when]会员下单=OrderPlaced()
[when]会员支付订单=OrderPaid()
[when]订单备货完成=OrderReady()
[when]订单发货=OrderShipped()
[when]订单送达=OrderDelivered()
[when]会员自提订单=OrderPickedup()
[when]会员取消订单=OrderCancelled()
[when]订单退款=OrderRefunded()
[when]开出发票=InvoiceIssued()
[when]发放优惠券=CouponIssued()
[when]会员领取优惠券=CouponClaimed()
[when]会员核销优惠券=CouponRedeemed()
[when]优惠券失效=CouponLapsed()
[when]会员加购=CartAdded()
[when]会员移出购物车=CartRemoved()
[when]会员入会=MemberJoined()
[when]会员资料更新=MemberUpdated()
[when]会员合并=MemberMerged()
[when]会员等级变化=LevelChanged()
[when]会员同意接收=ConsentGiven()
[when]会员退订=ConsentWithdrawn()
[when]会员绑定身份=IdentityLinked()
[when]会员分享=ReferralShared()
[when]会员接受邀请=ReferralAccepted()
[when]会员浏览页面=PageViewed()
[when]会员到店=StoreVisited()
[when]会员扫码=CodeScanned()
[when]直播开播=LiveStarted()
[when]会员进入直播间=LiveJoined()
[when]会员开团=GroupbuyOpened()
[when]会员参团=GroupbuyJoined()
[when]拼团成功=GroupbuyFilled()
[when]拼团失败=GroupbuyFailed()
[when]秒杀开始=FlashsaleStarted()
[when]秒杀售罄=FlashsaleSoldout()
[when]会员入群=CommunityJoined()
[when]会员退群=CommunityLeft()
[when]社群更新=CommunityUpdated()
[when]库存临期=StockExpiring()
[when]会员评价=FeedbackGiven()
[when]时刻到来=Tick()
[when]活动召集=CampaignCalled()
[when]扫描进行=Scan()
[when]快照完成=Snapshot()
[when]版本生效=EditionActivated()
[when]步骤到期=StepDue()
[when]核对承诺=PromiseAsked()
[when]核对人群=AudienceAsked()
[when]目标计数=GoalCounted()
[when]社群人数变化=CommunityCounted()
[when]活动暂停=CampaignPaused()
[when]活动恢复=CampaignResumed()
[when]活动结束=CampaignEnded()
[when]消息被领取=MessageClaimed()
[when]消息发出=MessageSent()
[when]消息送达=MessageDelivered()
[when]会员打开消息=MessageOpened()
[when]会员点击消息=MessageClicked()
[when]消息失败=MessageFailed()
[when]消息结果未知=MessageUnknown()
[when]消息推迟=MessageDeferred()
[when]消息释放=MessageReleased()
[when]消息取消=MessageCancelled()
[when]消息取消被拒=MessageCancelRefused()
[when]消息过期=MessageExpired()
[when]请求消息重新入列=MessageRequeueAsked()
[when]消息重新入列被拒=MessageRequeueRefused()
[when]消息重新入列=MessageRequeued()
[when]消息搁置=MessageParked()
[when]加入群发=PushJoined()
[when]群发确认=PushConfirmed()
[when]群发过期=PushExpired()
[when]群发达到上限=PushCaphit()
[when]任务完成=TaskDone()
[when]申请额度=QuotaAsked()
[when]借出额度=QuotaLent()
[when]归还额度=QuotaReturned()
[when]收回额度=QuotaRecalled()
[when]额度被拒=QuotaRefused()
[when]获得奖励=RewardEarned()
[when]会员被删除=MemberErased()
[when]日志重试=EntryRequeued()

# 提议
[then]发送消息 {template} 步骤 {step}=propose.send("{template}").step("{step}");
[then]发送消息 {template}=propose.send("{template}");
[then]群发消息 {template}=propose.push("{template}");
[then]请导购完成任务 {task}=propose.task("{task}");
[then]给会员加标签 {tag}=propose.tag("{tag}");
[then]发放优惠券 {kind}=propose.coupon("{kind}");
[then]让会员进入活动 {campaign}=propose.enrol("{campaign}");
[then]计入活动目标 {campaign}=propose.goal("{campaign}");
[then]支付佣金百分之 {n}=propose.commission({n});
