/** The moment in which the examples play: a Sunday evening, 18:12 UTC. */
export const NOW = Date.UTC(2026, 10, 22, 18, 12);
