
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
