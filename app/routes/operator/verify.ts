import { CustomerPageAsked } from "../../http/customer-page-asked";
import { forOperator } from "../../http/handlers.server";
import { verifyWallets } from "../../projection/verify-wallets.server";

export const action = forOperator(CustomerPageAsked, verifyWallets);
export const loader = action;
