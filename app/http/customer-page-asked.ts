import * as z from "zod";

/** Which customers an operator asks for; without anything said, the first ones of all partners. */
export const CustomerPageAsked = z
  .strictObject({ partnerId: z.string().min(1).optional(), after: z.string().optional() })
  .transform(({ partnerId = null, after = "" }) => ({ partnerId, after }));
