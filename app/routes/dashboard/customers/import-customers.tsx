import { redirect } from "@remix-run/cloudflare";
import { useActionData } from "@remix-run/react";
import { useState } from "react";
import { readCsv } from "../../../csv";
import { requireRoom } from "../../../customers/create-customer.server";
import { MAX_FILE_ROWS } from "../../../customers/customer-file";
import { CUSTOMERS_PATH } from "../../../customers/customer-listing";
import { importCustomers } from "../../../customers/import-customers.server";
import { uploadedText } from "../../../customers/uploaded-text";
import { forPartner, invalid } from "../../../http/handlers.server";
import { formUnusable } from "../../../refusals";
import { Button, ButtonLink } from "../../../ui/Button";
import { Card } from "../../../ui/Card";
import { useDocumentForm } from "../../../ui/document-form";
import { FileField } from "../../../ui/FileField";
import { PageErrorBoundary } from "../../../ui/PageErrorBoundary";
import { PageHeader } from "../../../ui/PageHeader";
import { SubmitButton } from "../../../ui/SubmitButton";
import { TextArea } from "../../../ui/TextArea";
import { TextLink } from "../../../ui/TextLink";
import { InviteSwitch } from "./CustomerFields";
import { ImportReport } from "./ImportReport";

export const meta = () => [{ title: "Import customers · Topup" }];

export const loader = forPartner(async (context) => {
  await requireRoom(context);
  return null;
});

export const action = forPartner(async (context, { request }) => {
  const form = await request.formData().catch(() => {
    throw formUnusable();
  });
  const file = form.get("file");
  const isFile = typeof file !== "string" && file !== null && file.size > 0;
  const text = isFile ? await uploadedText(file) : String(form.get("text") ?? "");
  const isInvited = form.get("invite") !== null;
  const acceptsPart = form.get("intent") === "part";

  const result = await importCustomers(context, { text, isInvited, acceptsPart });
  if (result.outcome === "reported") {
    const { good, ...report } = result.file;
    return invalid({ text, isInvited, report: { ...report, good: good.length } });
  }
  return redirect(`${CUSTOMERS_PATH}?imported=${result.customers}&left=${result.leftOut}`, 303);
});

export default function ImportCustomers() {
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        title="Import customers"
        description="From a spreadsheet, saved as CSV. Either every row becomes a customer, or none does and you are told why."
        breadcrumbs={[{ label: "Customers", href: CUSTOMERS_PATH }, { label: "Import" }]}
      />
      {answer && <ImportReport report={answer.report} />}
      <Card>
        <ImportForm />
      </Card>
    </>
  );
}

function ImportForm() {
  const { saying, say } = useDocumentForm();
  const [inFile, setInFile] = useState(0);
  const good = useActionData<typeof action>()?.report.good ?? 0;
  return (
    // A file goes with the document: the browser sends it better than a script would.
    <form
      method="post"
      encType="multipart/form-data"
      className="grid max-w-2xl gap-5"
      onChange={async ({ currentTarget }) => {
        const file = new FormData(currentTarget).get("file");
        setInFile(
          file instanceof File && file.size <= LARGEST_COUNTED ? countOf(await uploadedText(file)) : 0,
        );
      }}
      onSubmit={({ currentTarget, nativeEvent }) => {
        const isPart = (nativeEvent as SubmitEvent).submitter?.getAttribute("value") === "part";
        const pasted = countOf(String(new FormData(currentTarget).get("text") ?? ""));
        say(importing(isPart ? good : inFile || pasted));
      }}
    >
      <ImportFields />
      <div className="flex flex-wrap gap-3">
        <SubmitButton pending={saying ?? false}>Import</SubmitButton>
        {good > 0 && (
          // It stays while it is sent: what it says goes with the form only as long as it is there.
          <Button type="submit" name="intent" value="part" aria-disabled={saying !== null}>
            {good === 1 ? "Import the 1 good row" : `Import the ${good} good rows`}
          </Button>
        )}
        <ButtonLink href={CUSTOMERS_PATH} variant="quiet">
          Cancel
        </ButtonLink>
      </div>
    </form>
  );
}

/** More than a file may have; a larger one is not read only to say how much it is. */
const LARGEST_COUNTED = 1_000_000;

/** How many customers are below the names of the columns. */
const countOf = (text: string): number => Math.max(0, readCsv(text).length - 1);

const importing = (count: number): string =>
  count > 1 ? `Importing ${count.toLocaleString("en-US")} customers…` : "Importing…";

function ImportFields() {
  const answer = useActionData<typeof action>();
  return (
    <>
      <FileField
        label="File"
        name="file"
        accept=".csv,text/csv,text/plain"
        hint={
          <>
            Columns “email” and, if you have them, “name”, “company” and “external id”. At most{" "}
            {MAX_FILE_ROWS} customers and 1&nbsp;MB.{" "}
            <TextLink href="/customers/import/sample.csv">Download a sample</TextLink>
          </>
        }
      />
      <TextArea
        label="Or paste the rows"
        name="text"
        optional="Optional"
        rows={8}
        spellCheck={false}
        defaultValue={answer?.text ?? ""}
        placeholder={"name,email,company,external id\nAna Silva,ana@example.com,Silva & Sons,C-1001"}
      />
      <InviteSwitch
        isOn={answer?.isInvited ?? false}
        hint="Sends each of them an e-mail with the way in; you can do this later too"
      />
    </>
  );
}

export const ErrorBoundary = PageErrorBoundary;
