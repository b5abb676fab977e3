
# The words of entries: what is logged, how it is asked and how it reads. A phone that keeps a record has them.

## Kinds
log-nappy = { $baby ->
    [no] Entry
   *[yes] Nappy
 }
log-feed = { $baby ->
    [no] Entry
   *[yes] Feed
 }
log-bottle = { $baby ->
    [no] Entry
   *[yes] Bottle
 }
log-pump = Pump
log-symptom = Breast
log-temperature = Temperature
log-medicine = Medicine
log-weight = Weight
log-sleep = Sleep
log-stock = Milk stock
log-mood = Mood
log-note = Note
log-length = Length
log-head = Head size
log-session = Relief session
log-check = Check

## The page of kinds
log-title = Log something
log-none = There is nothing that you can log here
log-painkillers = When is the next painkiller allowed?

## Questions
log-who = Who is it about?
log-both = { $baby ->
    [no] Choose one or more
   *[yes] One baby or more
 }
log-you = you
log-you-start = You
log-someone = someone
log-the-baby = { $baby ->
    [no] someone
   *[yes] the baby
 }
log-private = Only you see this until you share it
log-at = When
log-at-day = Day
log-at-clock = Time
log-at-help = It is now unless you change it
log-more = More
log-not-said = Not said
log-yes = Yes
log-no = No
log-left = Left
log-right = Right
log-unit = Unit
log-unit-ml = ml
log-unit-fl-oz = oz
log-unit-g = g
log-unit-kg = kg
log-unit-lb = lb
log-unit-lb-oz = lb and oz
log-unit-cm = cm
log-unit-in = in
log-unit-c = °C
log-unit-f = °F
log-unit-mg = mg
log-unit-piece = pieces
log-save = Save
log-wet = Wet
log-dirty = Dirty
log-wet-and-dirty = Wet and dirty
log-stool-colour = Colour of the stool
log-stool-black = Black
log-stool-green = Green
log-stool-brown = Brown
log-stool-yellow = Yellow
log-stool-pale = Pale
log-dust = Orange or pink dust
log-blood = Blood in the stool
log-blood-streaks = Streaks
log-blood-much = Much
log-left-minutes = Left, minutes
log-right-minutes = Right, minutes
log-duration-help = Minutes, or minutes and seconds like 18:03
log-last-side = Last side
log-bottle-amount = { $baby ->
    [no] How much
   *[yes] How much from the bottle
 }
log-bottle-milk = Which milk
log-milk-own = Own milk
log-milk-donor = Donor milk
log-milk-formula = Formula
log-milk-other = Other
log-latch-pain = { $baby ->
    [no] Pain at the start
   *[yes] Pain while latching
 }
log-nipple-left = Left nipple
log-nipple-right = Right nipple
log-nipple = Nipple
log-nipple-none = No wound and not sore
log-nipple-sore = Sore
log-nipple-crack = A crack
log-nipple-infected = Pus, spreading colour, or no healing in 5 days
log-fuller = Fuller before
log-fuller-same = Both the same
log-pump-left = From the left
log-pump-right = From the right
log-pump-total = Both together
log-side = Which breast
log-place = Where is it? Like in a mirror
log-place-first = Choose left or right first
log-pain = How bad is the pain right now?
log-pain-none = No pain
log-pain-mild = Mild
log-pain-moderate = Moderate
log-pain-severe = Severe
log-lump = Lump, widest across
log-heat = Hot or changed colour
log-heat-none = No
log-heat-small = A small patch
log-heat-large = A wedge shape, or a large area
log-armpit = armpit
log-middle = middle
log-temperature-amount = Temperature
log-medicine-which = Which medicine
log-medicine-other = Another
log-medicine-name = Its name
log-medicine-name-help = Leave it empty when it stands above
log-medicine-amount = How much
log-weight-amount = Weight
log-sleep-end = Woke up
log-sleep-open = Still asleep
log-stock-act = What was done
log-stock-put = Put in
log-stock-use = Used
log-stock-discard = Thrown away
log-stock-place = Where
log-place-room = Room
log-place-fridge = Fridge
log-place-freezer = Freezer
log-stock-amount = How much
log-mood-down = Often down or hopeless?
log-mood-interest = Often little interest or joy?
log-note-label = Note
log-length-amount = Length
log-head-amount = Around the head
log-session-before = Pain before
log-session-after = Pain after

## What is wrong, and what is asked back
log-wrong-need = { $field }: this is needed to save it
log-wrong-choice = { $field }: choose one that is there
log-wrong-duration = { $field }: type minutes like 18, or 18:03
log-wrong-time = { $field }: type a day and a time
log-wrong-long = { $field }: this is too long
log-wrong-who = Choose who it is about
log-wrong-odd = This cannot be read. Look at each answer and save again
log-odd-temperature = { $value } is outside what a thermometer shows.
log-odd-amount = { $value } is far from what is usual.
log-odd-number = “{ $value }” is not a number. It counts in no sum.
log-odd-meant = Did you mean { $value }?
log-odd-ahead = { $value } has not come yet.
log-odd-end = The end is before the start.
log-odd-twice = { $value } came twice that night: the clocks went back. The first is taken.
log-odd-skipped = { $value } was skipped that night: the clocks went forward. { $taken } is taken.
log-dose-fits = This much fits from { $time }.
log-dose-took = I took it: save it
log-as-typed = Save as typed
log-as-meant = Save what was meant
log-as-second = Save the second { $value }

## An entry in words
log-said-min = { $count } min
log-said-sec = { $count } s
log-said-hours = { $hours } h { $minutes } min
log-said-dry = Dry
log-said-running = Still running
log-said-asleep = Still asleep
log-said-pain = Pain { $count }
log-said-lump = Lump { $value }
log-said-heat = Colour: { $value }
log-said-nipple = Nipple: { $value }
log-said-latch = { $baby ->
    [no] Pain { $count }
   *[yes] Latch pain { $count }
 }
log-said-down = Often down: { $value }
log-said-interest = Little interest or joy: { $value }
log-said-before = Pain { $count } before
log-said-after = Pain { $count } after
log-said-stopped = Stopped early
log-said-about = About { $name }
log-said-by = Logged by { $name }
log-said-changed = Changed by { $name }
log-said-ahead = The clock was { $value } ahead. The time is moved
log-said-behind = The clock was { $value } behind. The time is moved
log-said-apart = Two people changed this. Look at both
log-said-waits = waits for network
log-spot-top = top
log-spot-upper-outer = upper outer, toward the armpit
log-spot-outer = outer, toward the armpit
log-spot-lower-outer = lower outer
log-spot-bottom = bottom
log-spot-lower-inner = lower inner
log-spot-inner = inner, toward the middle
log-spot-upper-inner = upper inner
log-spot-middle = at the nipple

## One entry
log-entry-change = Save the change
log-entry-swap = Swap left and right
log-entry-bin = Put in the bin
log-entry-unbin = Take out of the bin
log-entry-binned = This is in the bin. Nothing counts it.
log-entry-versions = Earlier versions
log-entry-was = { $at }, { $name }
log-entry-was-binned = In the bin
log-entry-apart = Two people changed this
log-entry-apart-help = Both are kept. Which one holds?
log-entry-this = This one

## The day
log-day-today = Today
log-day-last = { $date }. Last 24 hours: { $sums }.
log-day-sums = { $date }. { $sums }.
log-day-nothing = { $date }. Nothing logged.
log-day-feeds = { $baby ->
    [no] { $count ->
        [one] { $count } entry
       *[other] { $count } entries
     }
   *[yes] { $count ->
        [one] { $count } feed
       *[other] { $count } feeds
     }
 }
log-day-bottles = { $value } ml from bottles
log-day-pumped = { $value } ml pumped
log-day-wet = { $count } wet
log-day-dirty = { $count } dirty
log-day-sleep = { $value } asleep
log-day-gap = Nothing logged from { $from } to { $to }. It does not mean nothing happened.
log-day-before = Day before
log-day-after = Day after
log-day-only = Show only
log-day-all = Everything
log-day-search = Search in notes
log-day-search-go = Search
log-day-found = { $count ->
    [0] Nothing found
    [one] { $count } found
   *[other] { $count } found
 }
log-day-until = This list goes back to { $date }. There may be older ones.
log-day-log = Log something
log-day-twice = { $baby ->
    [no] Both logged this at { $one } and { $two }.
   *[yes] { $first } and { $second } both logged this at { $one } and { $two }.
 }
log-day-same = { $baby ->
    [no] Same
   *[yes] Same feed
 }
log-day-two = { $baby ->
    [no] Two
   *[yes] Two feeds
 }
log-day-saved = Saved: { $value }
log-day-binned = In the bin: { $value }
log-day-bin = The bin
log-month-1 = January
log-month-2 = February
log-month-3 = March
log-month-4 = April
log-month-5 = May
log-month-6 = June
log-month-7 = July
log-month-8 = August
log-month-9 = September
log-month-10 = October
log-month-11 = November
log-month-12 = December
log-date = { $weekday } { $day } { $month }
log-date-year = { $date } { $year }

## The bin
log-bin = The bin
log-bin-empty = The bin is empty
log-bin-help = What is here counts in no sum. Take it out to get it back.

## Letters that stand for a side
log-letter-left = L
log-letter-right = R
