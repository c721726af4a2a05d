"""What python-icalendar (CalDAV servers, Home Assistant) sees of a feed."""
import datetime
import sys

import icalendar

with open(sys.argv[1], 'rb') as feed:
    calendar = icalendar.Calendar.from_ical(feed.read())
for event in calendar.walk('VEVENT'):
    if event.errors:
        sys.exit(f'unreadable properties: {event.errors}')
    start = event.decoded('dtstart')
    if isinstance(start, datetime.datetime):
        start = start.astimezone(datetime.timezone.utc).strftime('%Y-%m-%dT%H:%M:%SZ')
    print(event['uid'], start, event['summary'], sep='\t')
