package lang

func addEnglishPolarity(l *Language) {
	l.negative = []string{"un", "non"}
	l.polarity = polarity(l.Negations,
		`without, unable, fail*, lack*, refus*, deny, denies, denied, denial, avoid*, prevent*, prohibit*, forbid*, forbade, absent, absence, except, excepted, exception, exceptions, exclud*, unless, hardly, scarcely,
		barely, rarely, seldom, stop*, cease*, miss, missing, missed, loses, lose, lost, loss, reject*, neglect*, omit*, skip*, ignor*, far from, instead, *less, *free, free of, free from,
		impossib*, inevitab*, inaccess*, incompatib*, indispensab*, infinit*, inhuman*, innocen*, innumerab*, inseparab*, inexhaustib*, irresist*, illegal*, illegib*, invalid*, inactiv*, inab*, incap*, incorrect*, incomplet*, insuffic*, invisib*, inappropriat*, inaccura*, inadequa*, inconsisten*, ineffect*, inefficien*, inequal*, infrequent*,
		insecur*, intoleran*, improper*, imperfect*, irrelevan*, irregular*, irrespons*, immatur*, immobil*, informal*, injust*, insignific*, insensitiv*, indirect*, indefinit*, independen*, disabl*, disagree*, disallow*,
		disappear*, disapprov*, disconnect*, disregard*, dissatisf*, disadvantag*, dishonest*, dislik*, disobe*, disinform*, distrust*, misinform*, misunder*, mislead*, misus*, unlike, decline, declines, declined, oppos*, block*,
		ban, bans, banned, hinder*, rid, refrain*, abstain*, discourag*, nothing, exempt*, don'ts, void, empty, resist*, waiv*, contrary, spare*, keep from, kept from, short of, stay away, non-*, wrong*, forget*`,
		`if, also, few, fewer, little, only, beyond, rather, other than, too, against, otherwise, different*, apart from, out of, despite, regardless, but, any*, whether, nor, doubt*, hesitate*, worr*, mind, disput*, restrict*,
		yet, limit*, remov*, delet*, warn*, barred, last, exclusive*, leave, leaves, left, other, another, away, even, although, still, small, hard, difficult, problem*`,
		`until, till`,
		`not only, not just, not merely, not simply, not least, not even, if not, whether or not, or not, why not, no matter, no doubt, not to mention, nothing but, cannot help, can't help, no more than, no less than, no fewer than, no later than,
		no earlier than, no longer than, not more than, not less than, not exceed, no sooner, not until, no wonder, not necessarily, don't forget, do not forget, don't hesitate, do not hesitate, don't worry, do not worry,
		isn't it, don't you, aren't you, doesn't it, didn't you, won't you, yes or no, last but not least, no problem, more often than not, no other, none other, not so much, not unlike, not uncommon, nothing more, not far, no need`)
}
