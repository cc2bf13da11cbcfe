import { forVisitor } from "../http/handlers.server";
import { notFound } from "../refusals";
import { SignInCard } from "../ui/SignInCard";
import { SiteBrand } from "../ui/SiteBrand";

export const loader = forVisitor(async ({ visit }) => {
  if (visit.site !== "portal") throw notFound();
  return null;
});

/** Where a preview ends: its way back is the dashboard's tab, of which a portal says nothing. */
export default function PreviewClosed() {
  return (
    <SignInCard
      brand={<SiteBrand />}
      title="The preview is closed"
      text="You can close this tab. To look again, open the preview from the customer's page."
    />
  );
}
