"""What vobject (Radicale, khard) sees of a feed; it also validates."""
import datetime
import sys

import vobject

with open(sys.argv[1], encoding='utf-8', newline='') as feed:
    calendar = vobject.readOne(feed)
calendar.validate(raiseException=True)
for event in getattr(calendar, 'vevent_list', []):
    start = event.dtstart.value
    if isinstance(start, datetime.datetime):
        start = start.astimezone(datetime.timezone.utc).strftime('%Y-%m-%dT%H:%M:%SZ')
    print(event.uid.value, start, event.summary.value, sep='\t')
