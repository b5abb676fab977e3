# The words of the pages. Every message knows $person (parent: she reads herself; other: someone answers for her) and $baby (yes, no).
# Numbers and deadlines first, then the act, then the reason. Sentences under 15 words.

## Frame
skip = Go to the content
home-link = Milkway, home
leave = Leave
theme-day-to-dark = Colours: day. Change to dark
theme-dark-to-red = Colours: dark. Change to red night
theme-red-to-day = Colours: red night. Change to day
theme-device-to-dark = Colours: as on this device. Change to dark
theme-device-to-red = Colours: as on this device. Change to red night
dock = Main places
help-now = Help now
home = Home
check = Check
more = More
back = Back one question
call = Call { $number }
crisis-line = { $person ->
    [other] { $baby ->
        [no] Does she think of harming herself?
       *[yes] Does she think of harming herself or the baby?
    }
   *[parent] { $baby ->
        [no] Thoughts of harming yourself?
       *[yes] Thoughts of harming yourself or the baby?
    }
}

## Home
home-what =
    A sore breast.
    What could it be?
home-now = What do I do now?
home-when = When must someone see me?
home-start = Start the check
home-relief = Relief
home-painkillers = Painkillers
home-promise = 2 to 4 minutes. No name, no account.
about-link = About Milkway

## Check
progress-left = { $count ->
    [0] last one
   *[other] at most { $count } left
}
how-to-tell = How to tell
who-parent = { $person ->
    [other] The parent
   *[parent] Me
}
who-baby = The baby
who-both = Both
who-alone = { $person ->
    [other] The parent, and there is no baby to ask about
   *[parent] Me, and there is no baby to ask about
}
who-promise = The answers travel from page to page. They stay in this tab until it is closed.
who-other = I am answering for someone else
list-level = Which is nearest?
list-ticked = { $count } ticked: go on
list-untick = Untick it to answer “none of these”.
list-none = { $count ->
    [one] No, not this
   *[other] None of these { $count }
}
list-one-by-one = Not sure: ask one by one
go-on = Go on
go-on-with = Go on with { $value }
unit = Unit
unit-c = °C
unit-f = °F
step-lower = 0.1 lower
step-higher = 0.1 higher
pain-none = No pain
pain-mild = Mild
pain-moderate = Moderate
pain-severe = Severe

## Result
so-far = So far. Some questions are open.
for-her-raised = { $by }, a clinician, made this more urgent for { $name } ({ $at }).
for-her-unlocked = { $by }, a clinician, opened this for { $name } ({ $at }). All limits stay.
for-her-unread = What a clinician has set could not be read now. If a clinician has said to act sooner, that holds.
say-this = Say this
quoted = “{ $text }”
could-be = What it could be
not-a-diagnosis = This is not a diagnosis. The list never changes how soon to be seen.
plan-do = Do
plan-if-you-like = { $person ->
    [other] If she likes
   *[parent] If you like
}
plan-not-now = Not now
plan-never = Never
come-back-sooner = Sooner than { $time } if
come-back-at-once = Do not wait if
also-needed = Also needed
why = Why
notes = Good to know
milk = The milk
contradictions = Two answers do not fit
unanswered = { $count ->
    [one] 1 question is still open
   *[other] { $count } questions are still open
}
result-old = This result is old. What was true then may not be true now.
result-go-on = Go on with the questions
print = Print this
print-hint = To keep this, use the print menu of your browser.
start-again = Start again
protocol-line = Rules: { $protocol }, fingerprint { $fingerprint }.
not-reviewed = Not yet reviewed by a clinician.
self-reported = Self-reported record. Not a diagnosis.
source-unread = not read

## Help now
help-title = Help now
help-back = Back to the questions
help-back-page = Back
urgent-call = Urgent advice: { $number }
help-parent = { $person ->
    [other] Call now if the parent has any of these
   *[parent] Call now for any of these
}
help-baby = Call now if the baby shows any of these
help-crisis = When it is too much
help-crisis-say = { $person ->
    [other] If she thinks of harming herself, stay with her and call.
   *[parent] If you think of harming yourself, call. You are not alone with this.
}

## Relief
relief-title = Relief
relief-after-check = What fits the answers of the check.
relief-without-check = The check tells what fits. Without it, these are the steps there are.
relief-can-help = Can help
relief-not-advised = Not advised
minutes = { $count } min
sources = Sources
card-for-you = { $person ->
    [other] For her, now
   *[parent] For you, now
}
card-how-long = How long
card-how-often = How often
card-why = Why
card-not = Do not
card-sure = How sure we are
card-start = Start: { $name }
card-read-on = How it is done: { $name }
card-painkillers = Open the painkiller card
explain-course = How it usually goes
explain-helps = What helps
explain-seen = When to be seen
tone-ask = The skin in the drawings
tone = Skin { $count } of 5
column-milk = Milk
column-where = Where
column-how-long = How long
column-from-day = From day
column-to-day = To day
column-wet = Wet
column-dirty = Dirty
column-colour = Colour
column-words = Notes
column-source = Source

## Sessions
session-takes = Takes { $time }.
session-side = { $person ->
    [other] Which of her sides is sore?
   *[parent] Which of your sides is sore?
}
session-up = What it is, and why
session-start = Start
session-start-left = Start: left
session-start-right = Start: right
session-held = Not now: { $name }
session-held-for = The plan holds this back for: { $name }.
session-not-in-plan = { $person ->
    [other] The check does not point to this. It is for other signs than hers.
   *[parent] The check does not point to this. It is for other signs than yours.
}
session-ticked = Something on the list is true, or not sure.
session-not-hers = Only the parent herself can choose this.
session-instead = What to do instead
session-check-first = The check comes first
session-check-why = A few dangers must be ruled out before this. It takes 2 to 4 minutes.
session-check-again = Do the check again
session-any = Any of these now?
session-any-help = Yes, or not sure: then not now.
session-line-urgency = { $person ->
    [other] She was told to be seen today or sooner, or is worse than at the check.
   *[parent] You were told to be seen today or sooner, or are worse than at the check.
}
session-age = { $person ->
    [other] Is she 16 or older?
   *[parent] Are you 16 or older?
}
session-age-why = Under 16, massage is only for a clinician to advise.
session-age-yes = 16 or older
session-age-no = Under 16
session-wait = Not before { $time }
session-lately = It was done a short while ago, or 3 times in 24 hours. The skin needs the rest.
session-to-relief = Back to relief
session-stop-if = Stop if
session-stop = Stop
session-done = Done
session-back = One step back
session-optional = This step may be left out.
session-step = step { $number } of { $total }
session-pause = Pause
session-on = Go on
session-next = Next
session-skip = Skip
session-paused = Paused
session-voice-on = Voice on
session-voice-off = Voice off
hand-left = left hand
hand-right = right hand
hand-opposite = opposite hand
hand-same = other hand
score-before = How strong is the pain now?
score-after = And the pain now?
score-stopped = Stopped. Take the hands away.
score-missing = Choose a number from 0 to 10.
score-lately = { $person ->
    [other] She had light touch or vibration in the last 2 hours, or 3 times in 24 hours
   *[parent] You had light touch or vibration in the last 2 hours, or 3 times in 24 hours
}
end-title = Done
end-scores = Pain before: { $before }. Pain now: { $after }.
end-stop = Stop. Pain is up.
end-stopped = Stopped
end-stop-say = Cool it for 10 minutes, over cloth. Then do the check again.
choice-title = Read this first
choice-note = The choice is kept on this phone only. It can be taken back at any time.
choice-yes = I have read this and choose it
choice-no = Leave it
choice-kept = { $person ->
    [other] This was chosen on this phone.
   *[parent] You have chosen this on this phone.
}
choice-withdraw = Take the choice back

## Feed timer
feed-title = { $baby ->
    [no] Milk timer
   *[yes] Feed timer
}
feed-help = Press a side. Only this phone keeps it.
feed-since = since { $time }
feed-sides = Left { $left } min, right { $right } min
feed-over = { $baby ->
    [no] Over
   *[yes] Feed over
}
feed-now = Running now
feed-switch = Switch to
feed-begin = Begin
feed-stop = Stop
feed-again = Start over
feed-which = Which side
feed-after = { $baby ->
    [no] After expressing
   *[yes] After the feed
}
feed-offer = If it is comfortable, light strokes for 5 minutes. Comfort only: not proven.
feed-offer-go = Light touch
feed-ask = Light touch may be possible. A few things are asked first.
feed-ask-go = Go to the questions
feed-check = Sore? The check comes first. It tells if light touch is safe.
feed-closed = No light touch now:
left = Left
right = Right

## Milk
milk-title = May the baby drink this milk?
milk-yes = Yes
milk-any = Any of these?
milk-any-more = And any of these?
milk-exceptions = What changes the answer

## More
more-now = Right now
more-painkillers = Painkillers
more-sessions = Step by step
more-conditions = What it could be
more-house = Milkway
more-record = Keep a record

## Region
numbers-unverified = These numbers are not verified yet.
numbers-checked = Numbers last checked on { $day }.
region-ask = Where are you? The numbers depend on it.
region-choose = Choose a place
region-go = Use these numbers

## About
about-title = About Milkway
about-what = Milkway asks about a sore breast. It answers three questions: what it could be, what to do now, and when someone must see you.
about-not-title = What it is not
about-not-diagnosis = It is not a diagnosis and not a clinician. It cannot feel, measure or look.
about-not-seen = If you feel that something is badly wrong, call. You need no result from here.
about-answers-title = Your answers
about-answers = The check asks for no account and no name. Your answers travel with each page. They stay in this tab until you close it.
about-answers-server = Nothing is sent to anyone else. Nothing is loaded from any other place.
about-phone-title = What stays on this phone
about-phone = Painkillers, the times of sessions, the timer, and what was read and chosen. Only this phone keeps it.
about-forget = Forget all of it
about-forgotten = All of it is gone from this phone.
about-alone-title = With no network
about-alone = After one visit the check, relief and reading work on this phone by themselves. The answers then stay on it: they are not sent to the server either.
about-alone-install = Milkway can stand beside the apps: in the menu of the browser choose “Install” or “Add to home screen”.
about-alone-secure = Browsers allow this only at an address that begins with https, or on the machine that Milkway runs on. At any other address each page comes from the server. It keeps no answers, but they travel there.
about-alone-how = Whoever runs this Milkway can give it such an address. Its readme file says how.
about-leave-title = Leave at once
about-leave = “Leave” opens a neutral page and cannot be undone with Back. Pressing Esc three times does the same.
about-rules-title = The rules
about-rules = Each result comes from written rules with their sources. “Why” shows those that decided.
about-safety = What it is for, and what was proved

## Safety
safety-title = Is it safe?
safety-for-title = What it is for
safety-for = It helps someone with a sore breast to see how soon to be seen, and what to do until then.
safety-not-title = What it is not for
safety-not-diagnosis = It is not a diagnosis. It rules nothing out.
safety-not-care = It cannot take the place of someone who can look, feel and measure.
safety-not-watch = It does not watch over time. It calls nobody, and it reminds nobody.
safety-not-device = It is not a medical device that is sold or approved. It is open work for others to read and test.
safety-reviewed-title = Who has reviewed it
safety-reviewed = Nobody has signed the rules. They come from guides and papers that each rule names.
safety-proved-title = What was proved
safety-proved = There are { $rules } rules and { $questions } questions. The number of ways to answer has { $digits } digits. Two programs checked all of them.
safety-proved-limit = A proof shows that the rules do what they say. It does not show that the rules are right.
safety-proved-worse = A worse answer never leads to a later visit.
safety-proved-unsure = “Not sure” about a red flag is never read as “no”.
safety-proved-open = Nothing calm is said while a question about a red flag is open.
safety-proved-better = An emergency stays one when other signs get better.
safety-prints = Rules: { $protocol }, fingerprint { $fingerprint }. What they do: { $behaviour }.
safety-hazards-title = What can go wrong, and what we do about it
safety-open-title = What is not built
safety-open = A check sees one moment. There is no record, so nothing counts the days.
safety-more = The whole list, with each test, is in the folder “safety” of the source.
safety-no-check = This copy was built without the check.

## Hazards, as the safety file lists them
hazard-h01 = A serious infection is seen too late.
hazard-h01-against = One plain sign of sepsis is an emergency. Feeling ill behind a painkiller counts as a fever.
hazard-h02 = A pocket of pus is missed.
hazard-h02-against = It is asked about. Yes or not sure leads to a visit, and massage stays closed.
hazard-h03 = A breast cancer is taken for mastitis.
hazard-h03-against = Signs that stay or come back lead to a visit.
hazard-h04 = { $baby ->
    [no] Someone who depends on the parent is forgotten.
   *[yes] The baby is ill, and only the breast was looked at.
}
hazard-h04-against = { $baby ->
    [no] Each patient is asked about apart.
   *[yes] The baby is asked about first, and apart. A fever under 90 days is an emergency.
}
hazard-h05 = A number is read wrong.
hazard-h05-against = A number that is not clear is asked again.
hazard-h06 = Relief does harm.
hazard-h06-against = Massage opens only when each danger was denied. It is light and short, and more pain stops it.
hazard-h07 = A medicine does harm.
hazard-h07-against = The limits of the label are kept over 24 hours. Reasons to ask first come before any time.
hazard-h08 = Old or changed rules decide.
hazard-h08-against = Each result names its rules. Any change of what they do is found. They are not signed yet.
hazard-h09 = Half an answer calms too soon.
hazard-h09-against = Nothing calm is said before all questions that matter are answered.
hazard-h10 = Too much is called urgent.
hazard-h10-against = “Not sure” first shows how to tell. Each result says why. How often it is wrong is not known.
hazard-h11 = It is the wrong person or the wrong side.
hazard-h11-against = It asks who is meant. Answers stay in one tab. Sides are said in words.
hazard-h12 = A reminder comes late. There are no reminders yet.
hazard-h13 = A translation says the reverse. There is only English yet.
hazard-h14 = A phone number is wrong.
hazard-h14-against = Without a place no number is shown. Numbers that nobody has checked say so.
hazard-h15 = Thoughts of self-harm are passed over.
hazard-h15-against = They are asked about. A crisis line and a quick way out are on each page.
hazard-h16 = What was said gets out.
hazard-h16-against = Answers stay in one tab. No server keeps or logs them. Nothing is loaded from elsewhere.
hazard-h17 = A clinic gets the wrong record. There are no records yet.
hazard-h18 = It is too hard to use.
hazard-h18-against = Big targets, short words, dark colours. It was not tested with parents yet.
hazard-h19 = The program has a fault.
hazard-h19-against = Three readings of the rules must agree, on the phone too.
hazard-h20 = Someone uses it for whom it was not made.
hazard-h20-against = In pregnancy, or without milk, a visit comes sooner. Under 16, massage stays closed.
hazard-h21 = Some other emergency is missed.
hazard-h21-against = A clot, fits, heavy bleeding and chest pain are on the first lists.

## Without the check
no-check-title = A sore breast: what helps, and what to read
no-check-home = This copy has no check. It cannot tell how soon to be seen.
no-check-read = Read what it could be
no-check-for = There are pages to read about a sore breast, steps for relief, and the limits of painkillers.
no-check-relief = These are the steps there are. They are the same for everyone.
no-check-session = This session stays closed
no-check-session-why = It needs answers that only the check asks for. This copy has no check.
no-check-stop = Cool it for 10 minutes, over cloth. “Help now” shows when to call.

## Trouble
trouble-home = Go to the start
trouble-status = Fault { $count }

## Answers
not-sure = Not sure
fever-hint = Fever starts at 38.0 °C (100.4 °F)
unit-per-minute = a minute
unit-hours = hours
unit-days = days
unit-percent = percent
refused-nothing = Nothing is ticked. Tick what is true, or choose “None of these”.
refused-both = Something is ticked, and “None of these” was chosen. Untick it, or go on with the tick.
refused-not-here = That answer does not fit this question. Please answer again.
number-meant = That is outside { $least } to { $most }. Did you mean { $meant }? Please type it again.
number-outside = That is outside { $least } to { $most }. Please type it again.
number-whole = Please type a whole number.
number-unclear = That is not a number we can read. Type it like 38.2.
you-said = ({ $said })

## Patients and levels
whose-parent = { $person ->
    [other] The parent
   *[parent] You
}
whose-baby = The baby
days = { $count ->
    [one] 1 day
   *[other] { $count } days
}
unfinished-head = Not finished
unfinished-act = { $count ->
    [one] 1 question left. No level yet
   *[other] { $count } questions left. No level yet
}
then-emergency = Emergency now
then-urgent = Call within the hour
then-today = Be seen today
say-this-parent = { $person ->
    [other] I call for someone who is very ill. The signs: { $signs }.
   *[parent] I am very ill. My signs: { $signs }.
}
say-this-baby = { $person ->
    [other] The baby is very ill. The signs: { $signs }.
   *[parent] My baby is very ill. The signs: { $signs }.
}
say-this-both = { $person ->
    [other] The parent and the baby are very ill. The signs: { $signs }.
   *[parent] My baby and I are very ill. The signs: { $signs }.
}

## Times
monday = Monday
tuesday = Tuesday
wednesday = Wednesday
thursday = Thursday
friday = Friday
saturday = Saturday
sunday = Sunday
day-and-time = { $day } { $time }

## Trouble of the pages
trouble-unknown = There is no page here.
trouble-unknown-next = Go to the start. If you need help now, the button below shows whom to call.
trouble-broken = This page could not be made.
trouble-broken-next = The answers are still here: go back once. If it is urgent, choose “Help now” below.
trouble-no-network = There is no network, and this page is not kept on the phone.
trouble-no-network-next = The check, relief and painkillers work without one. “Help now” works too.
trouble-stale = These answers are from another version of the questions, or something was lost on the way.
trouble-stale-next = Start the check again. If it is urgent, choose “Help now” first.

## Terminal
terminal-opening = Milkway check. It is not a diagnosis. Nothing you type is kept. Type “back” to go back, “q” to stop. In an emergency, call now.
terminal-list = Type the numbers of all that are true, such as “2 5”. Add “?” to one you are not sure of.
terminal-temperature = Or type it, such as 38.2 or 101.3 F.
terminal-number = Or type the number.
terminal-again = That does not fit. Type one of the signs on the left.
terminal-go-on = The questions go on. Type “q” to stop.

## Painkillers
painkillers-title = Painkillers
painkillers-limits = Label limits, { $region }. The clock runs over the last 24 hours, not the calendar day.
painkillers-no-place = Choose a place first. The limits depend on it.
painkillers-place = Change the place
painkillers-ibuprofen = Ibuprofen
painkillers-paracetamol = Paracetamol (acetaminophen)
painkillers-allowed = Allowed
painkillers-wait = Wait
painkillers-ask = Ask first
painkillers-free = No label limit
painkillers-now = Now, up to { $mg } mg
painkillers-from = From { $time }
painkillers-in = In { $span }
painkillers-in-up-to = In { $span }, up to { $mg } mg.
painkillers-up-to = Up to { $mg } mg then.
painkillers-last = Last { $mg } mg at { $time }.
painkillers-last-ago = Last { $mg } mg, { $span } ago.
painkillers-gap = Gap { $hours } h.
painkillers-why-day = The 24-hour limit is the reason.
painkillers-used = { $used } of { $most } mg in 24 h
painkillers-used-alone = { $used } mg in 24 h
painkillers-span = { $hours } h { $minutes } min
painkillers-span-hours = { $hours } h
painkillers-span-minutes = { $minutes } min
painkillers-follow-pack = There is no label limit here for this place. Follow the pack. Ask a pharmacist.
painkillers-ask-whom = Ask a pharmacist, midwife or doctor before the next one.
painkillers-by-check = The check says so.
painkillers-reason-caution-holds = Something on the list holds, or is not sure.
painkillers-reason-cautions-open = The list comes first. Then times are shown.
painkillers-reason-other-nsaid = Another drug of this kind was taken in the last 24 hours.
painkillers-reason-too-long = { $days } days in a row are the longest without advice.
painkillers-reason-unknown-product = The log holds a medicine that is not known here.
painkillers-fever = For a fever: ask now. It has been more than { $days } days.
painkillers-over = Over the label limit
painkillers-any = { $name }: any of these?
painkillers-ask-if = Ask first if
painkillers-some = Some of these, or not sure
painkillers-again = Answer the list again
painkillers-cold = Count cold and flu products too. They often contain one of these.
painkillers-never = Never
painkillers-label = What the label says
painkillers-label-dose = One dose: { $least } to { $most } mg
painkillers-label-one-dose = One dose: { $mg } mg
painkillers-label-gap = Gap: { $hours } h or more
painkillers-label-after = After { $mg } mg: { $hours } h or more
painkillers-label-most = At most { $mg } mg in any 24 hours
painkillers-label-longest = Longest without advice: { $longest }
painkillers-log = Log a dose
painkillers-what = What was taken?
painkillers-other = Another product with { $substance }
painkillers-nsaid = Another drug like ibuprofen, such as aspirin or naproxen
painkillers-how-much = How much?
painkillers-mg = { $mg } mg
painkillers-other-amount = Another amount
painkillers-amount = Amount in mg
painkillers-when = When?
painkillers-when-now = Now
painkillers-when-ago = Minutes ago
painkillers-when-clock = At a time
painkillers-minutes-ago = Minutes ago
painkillers-hours-ago = Hours ago
painkillers-clock = Clock time
painkillers-save = Save
painkillers-cancel = Back
painkillers-change = Change
painkillers-change-title = Change a dose
painkillers-delete = Delete this dose
painkillers-delete-all = Delete all doses
painkillers-saved = Saved: { $dose }.
painkillers-deleted = Deleted: { $dose }.
painkillers-all-deleted = All doses are deleted.
painkillers-undo = Undo
painkillers-before = Before it is saved
painkillers-warn-over = That makes { $total } mg in 24 hours. The label limit is { $most } mg.
painkillers-warn-soon = Too soon. The gap ends at { $time }.
painkillers-warn-soon-span = Too soon. The gap ends in { $span }.
painkillers-warn-close = Too close to another dose.
painkillers-warn-large = One dose on the label is at most { $most } mg.
painkillers-warn-part = { $mg } mg is not a whole number of { $unit } mg tablets.
painkillers-warn-long = The longest use without advice is over.
painkillers-warn-two = Two drugs like ibuprofen are never taken together within 24 hours.
painkillers-wait-until = Wait until { $time }
painkillers-wait-span = Wait { $span }
painkillers-took = { $person ->
    [other] She took it: save it
   *[parent] I took it: save it
}
painkillers-not-taken = Not taken: go back
painkillers-error-what = Choose what was taken.
painkillers-error-amount = Type the amount in mg, such as 400.
painkillers-error-ago = Type the minutes, from 0 to 20,160.
painkillers-error-clock = Type a time such as 03:10.
painkillers-error-kept = This phone could not keep it. The times do not count it.
painkillers-doses = Doses of the last 14 days
painkillers-ago = { $dose }, { $span } ago
painkillers-no-doses = No dose yet. The first one starts the clock.
painkillers-dose = { $mg } mg from { $name }
painkillers-later = A dose is dated later than now. Correct its time.
painkillers-kept = Doses stay on this phone. They are never sent. Logging one removes those older than 14 days.
painkillers-not-kept = Without JavaScript nothing is kept. The doses travel with this page and end with it.
painkillers-broken = The log on this phone cannot be read. No times are shown.
painkillers-start-over = Start a new log
painkillers-answer = Show the times

## The phone on its own
manifest-say = For sore breasts: what it could be, what to do now, when someone must see you.
alone-coming = One moment. The questions are being put on this phone, so that all answers stay on it.
alone-slow = This takes long. Wait, or go on now: then the answers go to this Milkway, which does not keep them.
alone-failed = The questions could not be put on this phone. Go on now: then the answers go to this Milkway, which does not keep them.
alone-server = Go on now
alone-missing = At this address the pages need a network. The answers go to this Milkway, which does not keep them.
alone-how = What is missing
alone-newer = A newer version of Milkway is ready.
alone-newer-later = A newer version of Milkway is ready. These answers stay with this one. Choose the new one on the first page later.
alone-use = Use the new one
## The ledger: what Milkway says and what that rests on
more-rests = What this rests on
evidence-title = What this rests on
evidence-lead = { $statements } statements, { $claims } claims of an article, { $sources } sources. Each says how sure we are.
evidence-link = What this page rests on
find-label = Search all of it
find-go = Search
find-none = Nothing found. Try one word, or look through the list below.
find-count = { $count } found
find-skip = a an and are as at be by can do does for from has have how i if in is it its me my of on or should so that the this to was what when which with
find-same = clogged blocked plugged; nappy nappies diaper diapers; thrush candida yeast; bleb blister; cold ice; baby infant; newborn neonate; doctor clinician; expressing pumping; express pump; paracetamol acetaminophen; temperature fever
strength = How sure
strength-graded = Graded { $grade }.
strength-a = Strong: the evidence agrees.
strength-a-b = Fairly strong: good evidence, with limits.
strength-a-c = Strong in part: the rest is expert opinion.
strength-b = Limited: some studies, or studies that do not agree.
strength-b-c = Limited: a few studies, and expert opinion.
strength-bm = Weak: small studies, or studies with flaws.
strength-bm-c = Weak: small studies, and expert opinion.
strength-c = Expert opinion: usual practice, or how the body works. Good studies are missing.
strength-low = Low: new studies may well change this.
strength-very-low = Very low: nobody can be sure.
strength-legal = A matter of law: no study is needed.
basis = Checked
basis-verified = Yes. The core of it was read in a source.
basis-mixed = In part. The rest is from memory and must be checked before release.
basis-memory = Not yet. It is from memory and must be checked before release.
basis-verified-tag = checked
basis-mixed-tag = checked in part
basis-memory-tag = not checked
verdict-supported = Supported
verdict-mixed = Mixed
verdict-unsupported = No support
verdict-contradicted = Contradicted
verdict-harmful = Harmful
topic-definitions = What things are
topic-epidemiology = How common, and who is at risk
topic-claims = Things people say
topic-when-to-seek-care = When to be seen
topic-infant-safety = { $baby ->
    [no] Safety
   *[yes] The baby's safety
}
topic-massage = Massage
topic-self-care = Care at home
topic-feeding = { $baby ->
    [no] Milk
   *[yes] Feeding and milk
}
topic-analgesia = Painkillers
topic-antibiotics = Antibiotics
topic-mental-health = Mood
topic-supply = Milk supply
topic-prevention = Prevention
topic-imaging = Scans
topic-drainage = Draining pus
kind-guideline = Guideline
kind-cochrane = Cochrane review
kind-systematic-review = Review of all studies
kind-rct = Trial by lot
kind-cohort = People followed or counted
kind-public-health-page = Page of a health service
kind-label = Label of a medicine
kind-commentary = Comment
source-authors = By
source-citation = In
source-read = Read: { $seen }
source-not-read = Not read for this. { $seen }
source-use = Use
source-kept = Nothing rests on it. It stays as background.
source-outside = Read it at { $place }
rests-statements = Statements
rests-statements-near = Statements from the same sources
rests-behind = Statements and sources
rests-near = Shares a source with it
rests-on-it = Rests on it: { $kind }
rests-page = Open the page
rests-level = How soon
rests-unsaid = None in the ledger says this. It rests on the sources below.
rests-used = What rests on it
rests-unused = No rule, step, session, limit or page.
rests-nothing = None. Nothing here needs one.
rests-choice = None. This is a choice of the project.
rests-rule-named = Rule { $id }
rests-rule = Rules of the check
rests-relief = Steps of the plan
rests-session = Sessions
rests-limit = Limits
rests-hold = What to do with the milk
rests-medicine = Painkillers
rests-caution = Reasons to ask before a painkiller
rests-never = Medicines never offered
rests-read = Short pages
rests-condition = What it could be
rests-prevention = What may prevent it
rests-advice = Lines beside a result
rests-notice = Notes beside a result
rests-raise = Answers that count as more
rests-finding = Questions of the check
clinician-title = This is written for clinicians
clinician-what = Some of it is written for clinicians and names medicines. It is not advice to anyone who is ill.
clinician-yes = I am a clinician
clinician-shown = What is written for clinicians is shown. It is not advice to anyone who is ill. Nothing keeps this choice.
disagree-title = Where guidance disagrees
disagree-small = Who says what, and what we do
disagree-lead = Good sources do not always agree. Here is who says what, what we do, and why.
disagree-who = Who disagrees
disagree-we-do = What we do
disagree-we = What we do:
disagree-because = Why:
article-title = The article this began from
article-small = All its claims, each with our verdict
article-lead = Milkway began from an article on massage. Here is each claim, in its order and in our words. None of them is our advice.
article-claims = Claims of the article
article-row = Claim of the article
article-place = Claim { $number } of { $all }
article-job = The page that does this job
article-first = To the first: claim { $number }
article-next = Next: claim { $number }
article-top = That was the last. Back to the top
article-section-title = Its title
article-section-introduction = Its beginning
article-section-what-is-massage = What massage is
article-section-benefits = What massage is said to do
article-section-causes-symptoms = Causes and signs
article-section-prevention = Prevention
article-section-closing = Its end
article-check-title = Check another article
article-check-small = Paste it, or open a file
## The check of any article: a page that only the server has
checker-lead = Paste an article, or open a file. Milkway marks the claims that its ledger knows.
checker-trial = On trial.
checker-trial-why = It misses harmful advice, and it may mark good advice by mistake. Trust our own pages, not a mark alone.
checker-text = Text of the article
checker-file = Or open a file
checker-file-kinds = A web page, plain text, Markdown or PDF, up to 10 MB
checker-private = The text is read on the computer that runs Milkway. It is not kept and not sent on.
checker-go = Check it
checker-again = Check another article
checker-found = { $count ->
    [one] { $count } claim found
   *[other] { $count } claims found
}
checker-harmful = { $found }, { $harmful } harmful
checker-none = No claim found that we know
checker-done = Read on the computer that runs Milkway. It was not kept and not sent on.
checker-unmarked = What has no mark may still be wrong.
checker-cut = This article is very long. Only its first part was read.
checker-claims = Claims, the worst first
checker-more = { $count } more are counted, but not shown.
checker-article = The article
checker-claim = Claim
checker-in-text = In the text:
checker-unknown = Not in our ledger
checker-recognised = Found by:
checker-turned = turned by:
checker-busy = Many articles are being read now. Try again in a minute.
checker-too-large = This is larger than 10 MB. Paste only a part of it.
checker-broken = The form did not arrive whole. Send it again.
checker-slow = Sending took too long. Paste only a part of it.
checker-not-text = This is no text, web page, Markdown or PDF. Open the article and paste its text.
checker-no-text-in-pdf = No text could be read from this PDF. It may be a scan, or locked. Open it and paste its text.
checker-empty = There are no words to check. Paste the text of an article.
