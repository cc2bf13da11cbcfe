import type { StripeAccount } from "../../../partners/stripe-connect-page.server";
import { Badge } from "../../../ui/Badge";
import { ButtonLink } from "../../../ui/Button";
import { Card } from "../../../ui/Card";
import { CopyableId } from "../../../ui/CopyableId";
import { DefinitionList } from "../../../ui/DefinitionList";
import { SubmitButton } from "../../../ui/SubmitButton";
import { TextLink } from "../../../ui/TextLink";
import { Timestamp } from "../../../ui/Timestamp";

const PAGE = "/settings/stripe-connect";

export function StripeAccountCard({ account }: { account: StripeAccount }) {
  return (
    <Card
      title={account.detailsSubmitted && account.chargesEnabled ? "Connected" : "Almost connected"}
      description={
        <>
          Checked <Timestamp {...account.checked} />. Stripe tells us of changes by itself.
        </>
      }
      actions={<AccountButtons account={account} />}
    >
      <DefinitionList
        items={[
          { term: "Account", details: <CopyableId value={account.id} what="account id" /> },
          { term: "Accept Charges", details: <YesOrNotYet yes={account.chargesEnabled} /> },
          { term: "Receive Payouts", details: <YesOrNotYet yes={account.payoutsEnabled} /> },
          { term: "Outstanding Requirements", details: <Requirements {...account} /> },
          { term: "Platform fee", details: `${account.fee} of each sale, taken as it is paid` },
          { term: "Webhook", details: <WebhookHealth {...account} /> },
        ]}
      />
    </Card>
  );
}

function AccountButtons({ account }: { account: StripeAccount }) {
  const { detailsSubmitted, chargesEnabled, requirements, mayDisconnect } = account;
  const isComplete = detailsSubmitted && chargesEnabled && requirements.length === 0;
  return (
    <>
      {!isComplete && (
        <form method="post">
          <SubmitButton>{detailsSubmitted ? "Complete Requirements" : "Complete Setup"}</SubmitButton>
        </form>
      )}
      <form method="post">
        <SubmitButton variant="secondary" name="intent" value="refresh">
          Refresh
        </SubmitButton>
      </form>
      {mayDisconnect && (
        <ButtonLink href={`${PAGE}/disconnect`} variant="quiet">
          Disconnect
        </ButtonLink>
      )}
    </>
  );
}

const YesOrNotYet = ({ yes }: { yes: boolean }) => (
  <Badge tone={yes ? "success" : "warning"}>{yes ? "Yes" : "Not yet"}</Badge>
);

function Requirements({ requirements, deadline }: Pick<StripeAccount, "requirements" | "deadline">) {
  if (requirements.length === 0) return "None";
  return (
    <>
      <ul className="grid gap-1">
        {requirements.map((requirement) => (
          <li key={requirement}>{requirement}</li>
        ))}
      </ul>
      {deadline && (
        <p className="mt-2 text-muted-foreground">
          Stripe sets an end to it: {deadline.exact}. After that it may stop charges or payouts.
        </p>
      )}
    </>
  );
}

function WebhookHealth({ heard }: Pick<StripeAccount, "heard">) {
  return (
    <>
      {heard ? (
        <>
          Last heard of this account <Timestamp {...heard.at} /> ({heard.type}).{" "}
        </>
      ) : (
        "Nothing heard of this account yet. "
      )}
      <TextLink href="/billing-and-invoices/webhooks">What Stripe sent</TextLink>
    </>
  );
}
