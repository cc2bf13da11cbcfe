import ts from "typescript";
import type { Source } from "./source";

/** A node and everything below it, the outer ones first. */
export function nodesOf(node: ts.Node): ts.Node[] {
  const found: ts.Node[] = [node];
  ts.forEachChild(node, (child) => {
    found.push(...nodesOf(child));
  });
  return found;
}

export const lineOf = (node: ts.Node): number =>
  node.getSourceFile().getLineAndCharacterOfPosition(node.getStart()).line + 1;

const linesOf = (node: ts.Node): number =>
  node.getSourceFile().getLineAndCharacterOfPosition(node.getEnd()).line + 2 - lineOf(node);

/** Every function of a file that has a body, as `path#name`. */
export const functionsOf = ({ path, syntax }: Source) =>
  nodesOf(syntax)
    .filter((node) => ts.isFunctionLike(node) && "body" in node && !isChapter(node))
    .map((node) => ({ place: `${path}#${nameOf(node)}`, line: lineOf(node), lines: linesOf(node) }));

/** What is given to `describe`, or to what describes a story twice, holds tests and does nothing itself. */
const isChapter = ({ parent }: ts.Node): boolean =>
  ts.isCallExpression(parent) && /^(describe|byKeyboard)\b/.test(parent.expression.getText());

function nameOf(node: ts.Node): string {
  if ("name" in node && node.name) return (node.name as ts.Node).getText();
  const { parent } = node;
  if (ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent)) return parent.name.getText();
  // A story in a test, or a handler: called by what it was given to.
  return ts.isCallExpression(parent) ? (parent.arguments[0]?.getText().slice(0, 60) ?? "") : "";
}

/** The exported functions of a file that are given the database, and the argument that says whose rows they touch. */
export const exportedQueries = ({ path, syntax }: Source) =>
  syntax.statements
    .filter((statement) => ts.isFunctionDeclaration(statement))
    .filter((statement) => ts.getCombinedModifierFlags(statement) & ts.ModifierFlags.Export)
    .filter(({ parameters }) => parameters[0]?.type?.getText() === "Database")
    .map(({ name, parameters }) => ({
      place: `${path}#${name?.text}`,
      scope: parameters[1]?.name.getText() ?? "",
    }));

export const stringsIn = ({ syntax }: Source): string[] =>
  nodesOf(syntax)
    .filter((node) => ts.isStringLiteral(node))
    .map(({ text }) => text);

/** Whether a node is this word in code: a name that is read, `object.name`, or an attribute. Not one in a text. */
export function isUseOf(node: ts.Node, word: string): boolean {
  if (ts.isPropertyAccessExpression(node)) return node.getText() === word;
  return ts.isIdentifier(node) && node.text === word;
}
