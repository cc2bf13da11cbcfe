import * as z from "zod";
import { forOperator } from "../../http/handlers.server";
import { restoreWallet } from "../../projection/restore-wallet.server";

const Asked = z.strictObject({ partnerId: z.string().min(1), customerId: z.string().min(1) });

export const action = forOperator(Asked, restoreWallet);
export const loader = action;
