import { Form } from "@remix-run/react";
import type { ComponentProps } from "react";
import type { DomainStatus } from "../../../portals/domain-stage";
import { Badge, type BadgeTone } from "../../../ui/Badge";
import { Card } from "../../../ui/Card";
import { CopyableId } from "../../../ui/CopyableId";
import { Notice } from "../../../ui/Notice";
import { SubmitButton } from "../../../ui/SubmitButton";
import { TextField } from "../../../ui/TextField";
import { Timestamp } from "../../../ui/Timestamp";
import { DomainRecords } from "./DomainRecords";

const STATUS: Record<DomainStatus, { label: string; tone: BadgeTone; text: string }> = {
  pending: {
    label: "Waiting for records",
    tone: "warning",
    text: "Set both records where you bought the domain. We look for them by ourselves. It may take an hour, rarely a day.",
  },
  verifying: {
    label: "Verifying",
    tone: "warning",
    text: "Both records were found. Cloudflare is looking at the domain now, which takes some minutes.",
  },
  issuing: {
    label: "Issuing certificate",
    tone: "warning",
    text: "The domain is yours. Its certificate is being made, which takes some minutes.",
  },
  active: {
    label: "Active",
    tone: "success",
    text: "Your customers, e-mails and payments use this domain. The address that we gave you keeps working.",
  },
  moved: {
    label: "Moved away",
    tone: "danger",
    text: "The domain no longer leads to your portal. Until it does again, links use the address that we gave you. Everybody was signed out.",
  },
  failed: {
    label: "Failed",
    tone: "danger",
    text: "The domain is not in use. Correct what is said below, then check again.",
  },
};

const PAUSED = {
  label: "Paused",
  tone: "neutral" as const,
  text: "The domain is not in use, and its records are not looked for, until your plan has domains again.",
};

interface ClaimedDomainProps {
  host: string;
  status: DomainStatus;
  failureReason: string | null;
  /** Whether anybody goes on looking for its records. */
  isLookedUp: boolean;
  mayCheck: boolean;
  isApex: boolean;
  checked: ComponentProps<typeof Timestamp> | null | 0;
  records: ComponentProps<typeof DomainRecords>["records"];
  address: string;
  isBusy: boolean;
}

export function ClaimedDomain(props: ClaimedDomainProps) {
  const { host, status, failureReason, isApex, checked, records, address, isBusy } = props;
  const { label, tone, text } = props.isLookedUp ? STATUS[status] : PAUSED;
  return (
    <Card
      title={host}
      badge={<Badge tone={tone}>{label}</Badge>}
      description={text}
      actions={
        props.mayCheck && (
          <Form method="post">
            <SubmitButton
              variant="secondary"
              name="intent"
              value="check"
              pending={isBusy && "Looking for the records…"}
            >
              Check again
            </SubmitButton>
          </Form>
        )
      }
      footer={
        <>
          {checked ? (
            <>
              Last checked <Timestamp {...checked} />.{" "}
            </>
          ) : (
            "Not checked yet. "
          )}
          Customers find you at <CopyableId value={address} what="address of the portal" look="plain" />
        </>
      }
    >
      <div className="grid gap-4">
        {failureReason && <Notice tone="danger" title={failureReason} />}
        {isApex && (
          <Notice
            title="This is a whole domain, which cannot have a CNAME record"
            text="Set an ALIAS, ANAME or flattened CNAME record if your provider has one. If it has none, use a subdomain such as credits in front."
          />
        )}
        <DomainRecords records={records} />
      </div>
    </Card>
  );
}

interface FormProps {
  refused: { typed: string; error: string } | undefined;
  isBusy: boolean;
}

export const ClaimDomainForm = ({ refused, isBusy }: FormProps) => (
  <Card title="Use a domain of your own" description="You need to be able to set its DNS records.">
    <Form method="post" className="grid max-w-xl gap-5" noValidate>
      <TextField
        label="Domain"
        name="host"
        placeholder="credits.example.com"
        hint="A subdomain is easiest: a whole domain needs a provider with ALIAS or flattened CNAME records"
        autoCapitalize="none"
        spellCheck={false}
        defaultValue={refused?.typed}
        error={refused?.error}
      />
      <div>
        <SubmitButton name="intent" value="claim" pending={isBusy && "Adding…"}>
          Add domain
        </SubmitButton>
      </div>
    </Form>
  </Card>
);

export const RemoveDomainForm = ({ host, refused, isBusy }: FormProps & { host: string }) => (
  <Card
    title="Remove domain"
    description="Links to this domain stop working at once, and everybody is signed out of your portal. Balances and purchases stay."
  >
    <Form method="post" className="grid max-w-xl gap-5" noValidate>
      <TextField
        label={`Type ${host} to confirm`}
        name="confirmation"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        defaultValue={refused?.typed}
        error={refused?.error}
      />
      <div>
        <SubmitButton variant="danger" name="intent" value="remove" pending={isBusy && "Removing…"}>
          Remove domain
        </SubmitButton>
      </div>
    </Form>
  </Card>
);
