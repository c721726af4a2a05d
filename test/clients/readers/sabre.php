<?php
// What sabre/vobject (Nextcloud's and ownCloud's server, Baïkal) sees of a feed; it also validates.
// Debian's 2.1 is older than PHP 8 and warns about itself, and it leaves commas and semicolons of texts escaped.
error_reporting(E_ERROR | E_PARSE);
require '/usr/share/php/Sabre/VObject/autoload.php';

$calendar = Sabre\VObject\Reader::read(file_get_contents($argv[1]));
foreach ($calendar->validate() as $fault) {
    // An empty calendar is legal for subscriptions in practice; sabre asks for a component (level 3) all the same.
    fwrite(STDERR, $fault['message'] . "\n");
    exit(1);
}
foreach ($calendar->select('VEVENT') as $event) {
    $start = $event->DTSTART->getDateTime();
    $wholeDay = strtoupper((string) $event->DTSTART['VALUE']) === 'DATE';
    if (!$wholeDay) {
        $start->setTimezone(new DateTimeZone('UTC'));
    }
    $summary = preg_replace('/\\\\([,;\\\\])/', '$1', (string) $event->SUMMARY);
    echo $event->UID, "\t", $start->format($wholeDay ? 'Y-m-d' : 'Y-m-d\TH:i:s\Z'), "\t", $summary, "\n";
}
