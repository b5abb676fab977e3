
# The words of the record: accounts, entries, the day. A phone fetches them when it keeps a record.

## Trouble with the store
trouble-no-record = This server keeps no record
trouble-no-record-next = The check, relief and reading are here without one.
trouble-full = The disk of the server is full
trouble-full-next = This was not saved. Tell whoever runs the server to make room. What was saved before is safe.
trouble-read-only = The server may not write to its disk
trouble-read-only-next = This was not saved. Tell whoever runs the server. What was saved before is safe.
trouble-store = The server could not reach its record
trouble-store-next = This was not saved. Try again in a minute.

## The demo
record-demo = Invented data, to look around. Nothing is kept.

## Signing out
record-unsent = Some entries have not reached the server
record-unsent-next = They are safe on this phone. Sign out when there is a network again.

## Home of a record
record-last-aged = { $baby ->
    [no] { $name }
   *[yes] { $name }, { $age }. Last feed
}
record-last-of = { $baby ->
    [no] { $name }
   *[yes] { $name }. Last feed
}
record-weeks = { $count } weeks
record-months = { $count ->
    [one] 1 month
   *[other] { $count } months
}
record-none = { $baby ->
    [no] Nothing yet
   *[yes] No feed yet
}
record-last-pump = Last time at the pump
record-no-pump = Nothing yet
record-ago-now = A moment ago
record-ago-minutes = { $minutes } min ago
record-ago-hours = { $hours } h { $minutes } min ago
record-ago-days = { $count } days ago
record-ended = ended { $time }
record-bottle = Bottle
record-bottle-of = Bottle { $amount }
record-ml = { $value } ml
record-fl-oz = { $value } fl oz
record-today = Today: { $counts }
record-day = The day
record-feeds = { $baby ->
    [no] { $count }
   *[yes] { $count ->
        [one] 1 feed
       *[other] { $count } feeds
    }
}
record-wet = { $count } wet
record-dirty = { $count } dirty
record-pumped = { $amount } pumped
record-pumps = { $count ->
    [one] 1 time at the pump
   *[other] { $count } times at the pump
}
record-hurts = My breast hurts
record-whom = For whom
record-both = Both
record-next = Next side
record-pump = Pump
record-nappy = { $baby ->
    [no] More
   *[yes] Nappy
}
record-other = Other
record-quick = Log
record-symptom = How it feels
record-medicine = Medicine
record-temperature = Temperature
record-pump-timer = Time at the pump

## What has not reached the server, on the phone only
record-waits = Not on the server yet.
record-waits-count = { $count ->
    [one] 1 entry waits on this phone. The check works.
   *[other] { $count } entries wait on this phone. The check works.
}
record-waits-out = You are signed out. What you log is safe here.
record-waits-in = Sign in to send it
record-refused = { $count ->
    [one] The server did not take 1 entry. It is safe here.
   *[other] The server did not take { $count } entries. They are safe here.
}

## Timers
record-side-left = Left side
record-side-right = Right side
record-side-none = Timer
record-pump-of = Pump: { $side }
record-paused = Paused: { $what }
record-began = since { $time }
record-before = { $side } before: { $time }
record-locks = It keeps counting when the phone locks.
record-refresh = Show the time now
record-feeding = { $baby ->
    [no] Running now
   *[yes] Feeding now
}
record-go-on = Go on
record-pause = Pause
record-end = { $baby ->
    [no] End
   *[yes] End feed
}
record-end-pump = End
record-swap = It was the other side
record-long = Over 3 hours. Was it left running?

## Saved, and taken back
record-saved = Saved
record-saved-feed = { $baby ->
    [no] Saved
   *[yes] Feed saved
}
record-runs-feed = { $baby ->
    [no] Running: { $side }
   *[yes] Feed runs: { $side }
}
record-paused-feed = { $baby ->
    [no] Paused
   *[yes] Feed paused
}
record-saved-pump = Pump saved
record-runs-pump = Pump runs: { $side }
record-paused-pump = Pump paused
record-undone = Taken back. It is in the bin
record-of = { $what } · { $whose }
record-undo = Undo
record-change = Change it

## What was logged and needs somebody
record-alarm = By what was logged
record-alarm-go = Go through the check with this
