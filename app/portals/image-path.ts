/** Where a portal's picture is; the same on every host of the portal and in the dashboard. */
export const imagePath = (id: string | null): string | null => id && `/brand/${id}`;

/** The same from outside, for messages. */
export const imageUrl = (origin: string, id: string | null): string | null => id && `${origin}/brand/${id}`;
