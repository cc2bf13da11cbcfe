import ts from "typescript";

export interface Import {
  /** A path from the root of the checkout, or a package. */
  target: string;
  line: number;
  /** `import { type A }` is not: under verbatimModuleSyntax the module is loaded all the same. */
  isTypeOnly: boolean;
}

/** What a file imports, in whichever way: import, export … from, import(…). */
export function readImports(syntax: ts.SourceFile, resolve: (specifier: string) => string): Import[] {
  const found: Import[] = [];
  const add = (specifier: ts.Node | undefined, isTypeOnly: boolean) => {
    if (!specifier || !ts.isStringLiteral(specifier)) return;
    const { line } = syntax.getLineAndCharacterOfPosition(specifier.getStart());
    found.push({ target: resolve(specifier.text), line: line + 1, isTypeOnly });
  };
  const visit = (node: ts.Node) => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, isTypeImport(node));
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
      add(node.argument.literal, true);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      add(node.arguments[0], false);
    }
    ts.forEachChild(node, visit);
  };
  visit(syntax);
  return found;
}

const isTypeImport = ({ importClause }: ts.ImportDeclaration): boolean => importClause?.isTypeOnly ?? false;
