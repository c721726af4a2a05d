/* What libical reads of each event of a file: how many properties, then summary, description and categories; a line each, in hexadecimal. */
#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>

static void print_hex(const char *text)
{
    putchar('\t');
    for (; text && *text; text++)
        printf("%02x", (unsigned char) *text);
}

static void print_event(icalcomponent *event)
{
    printf("%d", icalcomponent_count_properties(event, ICAL_ANY_PROPERTY) + icalcomponent_count_components(event, ICAL_ANY_COMPONENT));
    print_hex(icalcomponent_get_uid(event));
    print_hex(icalcomponent_get_summary(event));
    print_hex(icalcomponent_get_description(event));
    putchar('\n');
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
    icalcomponent *event = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT);
    for (; event; event = icalcomponent_get_next_component(calendar, ICAL_VEVENT_COMPONENT))
        print_event(event);
    return 0;
}
