import * as z from "zod";
import { forOperator } from "../../http/handlers.server";
import { setTier } from "../../partners/set-tier.server";
import { TIER_NAMES } from "../../partners/tier";

const Asked = z.strictObject({ partnerId: z.string().min(1), tier: z.enum(TIER_NAMES) });

export const action = forOperator(Asked, (context, asked) => setTier(context, asked));
export const loader = action;
