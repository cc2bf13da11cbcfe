import { CustomerPageAsked } from "../../http/customer-page-asked";
import { forOperator } from "../../http/handlers.server";
import { rebuildProjection } from "../../projection/rebuild-projection.server";

export const action = forOperator(CustomerPageAsked, rebuildProjection);
export const loader = action;
