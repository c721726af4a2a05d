/* What libical (Evolution, KOrganizer, Cyrus) sees of a feed; it also checks the restrictions of RFC 5545 and RFC 5546. */
#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>

static int faults_in(icalcomponent *component)
{
    int faults = 0;
    icalproperty *fault = icalcomponent_get_first_property(component, ICAL_XLICERROR_PROPERTY);
    for (; fault; fault = icalcomponent_get_next_property(component, ICAL_XLICERROR_PROPERTY)) {
        fprintf(stderr, "%s", icalproperty_as_ical_string(fault));
        faults++;
    }
    icalcomponent *inner = icalcomponent_get_first_component(component, ICAL_ANY_COMPONENT);
    for (; inner; inner = icalcomponent_get_next_component(component, ICAL_ANY_COMPONENT))
        faults += faults_in(inner);
    return faults;
}

static void print_event(icalcomponent *event)
{
    struct icaltimetype start = icalcomponent_get_dtstart(event);
    printf("%s\t", icalcomponent_get_uid(event));
    if (start.is_date) {
        printf("%04d-%02d-%02d", start.year, start.month, start.day);
    } else {
        start = icaltime_convert_to_zone(start, icaltimezone_get_utc_timezone());
        printf("%04d-%02d-%02dT%02d:%02d:%02dZ", start.year, start.month, start.day, start.hour, start.minute, start.second);
    }
    printf("\t%s\n", icalcomponent_get_summary(event));
}

static char *content_of(const char *path)
{
    FILE *file = fopen(path, "rb");
    if (!file)
        return NULL;
    fseek(file, 0, SEEK_END);
    long size = ftell(file);
    rewind(file);
    char *text = malloc(size + 1);
    text[fread(text, 1, size, file)] = 0;
    fclose(file);
    return text;
}

int main(int count, char **arguments)
{
    char *text = count == 2 ? content_of(arguments[1]) : NULL;
    icalcomponent *calendar = text ? icalparser_parse_string(text) : NULL;
    if (!calendar)
        return 2;
    icalrestriction_check(calendar);
    icalcomponent *event = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT);
    for (; event; event = icalcomponent_get_next_component(calendar, ICAL_VEVENT_COMPONENT))
        print_event(event);
    return faults_in(calendar) ? 1 : 0;
}
