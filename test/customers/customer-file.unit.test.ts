import { expect, test } from "vitest";
import {
  MAX_FILE_ROWS,
  readCustomerFile,
  SAMPLE_FILE,
  withoutTaken,
} from "../../app/customers/customer-file";

const problemsOf = (text: string) =>
  readCustomerFile(text).problems.map(({ line, reason }) => `${line}: ${reason}`);

test("L149 the sample file is a good file", () => {
  expect(readCustomerFile(SAMPLE_FILE)).toEqual({
    good: [
      {
        line: 2,
        draft: {
          name: "Ana Silva",
          email: "ana@example.com",
          company: "Silva & Sons",
          externalId: "C-1001",
        },
      },
      { line: 3, draft: { name: "Bo Beck", email: "bo@example.com", company: "", externalId: null } },
    ],
    problems: [],
    unused: [],
  });
});

test("columns are known by the names that people give them, in any order, and others are named as not used", () => {
  const file = readCustomerFile("Phone;E-Mail Address;Full Name\n1; ANA@Example.com ;Ana");
  expect(file.good.map(({ draft }) => draft)).toEqual([
    { name: "Ana", email: "ana@example.com", company: "", externalId: null },
  ]);
  expect(file.unused).toEqual(["Phone"]);
});

test("a column that is called as what every object has is one that is not used", () => {
  const file = readCustomerFile("email,constructor,__proto__\nana@example.com,Ana,Ana");
  expect(file.good.map(({ draft }) => draft)).toEqual([
    { name: "", email: "ana@example.com", company: "", externalId: null },
  ]);
  expect(file.unused).toEqual(["constructor", "__proto__"]);
});

test("L149 every bad row is told with its line and all that is wrong with it", () => {
  const rows = [
    "name,email,external id",
    "Ana,ana@example.com,1",
    "Bo,not-an-address,2",
    "Cy,,3",
    "Di,di@example.com,4,5",
    `${"x".repeat(101)},eve@example.com,`,
    "Ana again,ANA@example.com,6",
    "Fay,fay@example.com,1",
  ];
  expect(problemsOf(rows.join("\n"))).toEqual([
    "3: “not-an-address” is not an e-mail address",
    "4: E-mail address is missing",
    "5: 4 cells, but the first line names 3",
    "6: Name can have at most 100 characters",
    "7: The e-mail address ana@example.com is on line 2 already",
    "8: The external id 1 is on line 2 already",
  ]);
  expect(readCustomerFile(rows.join("\n")).good).toHaveLength(1);
});

test.each([
  ["", "1: There is nothing in it"],
  ["name,company\nAna,Silva", "1: The first line must name the columns, and one of them must be “email”"],
  ["email,E-Mail\na@b.test,", "1: Two columns are for the same: email and E-Mail"],
  ["email\n", "1: There is no customer below the names of the columns"],
  [
    `email\n${"a@example.com\n".repeat(MAX_FILE_ROWS + 1)}`,
    "1: A file can have at most 2000 customers; this one has 2001",
  ],
])("%j is no list of customers", (text, problem) => {
  expect(problemsOf(text)).toEqual([problem]);
});

test("who is a customer already is named, and the rest stays good", () => {
  const file = readCustomerFile("email,external id\na@example.com,1\nb@example.com,2\nc@example.com,3");
  const checked = withoutTaken(file, {
    emails: new Set(["a@example.com"]),
    externalIds: new Set(["2"]),
  });
  expect(checked.good.map(({ line }) => line)).toEqual([4]);
  expect(checked.problems).toEqual([
    { line: 2, reason: "a@example.com is a customer already" },
    { line: 3, reason: "Another customer has the external id 2" },
  ]);
});
