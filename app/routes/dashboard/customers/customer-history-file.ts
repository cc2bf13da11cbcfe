import { findCustomerOrRefuse } from "../../../customers/find-customer.server";
import { forPartnerFile } from "../../../http/handlers.server";
import { historyDownload } from "../../../http/history-download.server";
import { ENGLISH } from "../../../i18n/wording";

export const loader = forPartnerFile(async (context, { params }) => {
  const { id, name, email } = await findCustomerOrRefuse(context, params.customerId);
  return historyDownload(name || email, context.wallet(id), ENGLISH);
});
