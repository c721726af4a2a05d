/** The zone (IANA name) of the product itself, and of whatever says nothing of where it lies: most of its places lie there. */
export const HOME_ZONE = 'Europe/Berlin';
