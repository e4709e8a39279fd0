import { relative, sep } from 'node:path';
import type { RuleTester } from 'oxlint/plugins-dev';
import { refuseImport, refusePlace } from './folders.ts';

/**
 * The rules of this house that no linter ships, as a plugin of oxlint (see .oxlintrc.json). They read the
 * syntax tree, so that re-exports, dynamic imports, types of imports and worker addresses are seen as well.
 */
type Rule = Extract<Parameters<RuleTester['run']>[1], { create: object }>;
type Context = Parameters<NonNullable<Rule['create']>>[0];
type Place = { start: number; end: number; range: [number, number] };

const pathOf = (context: Context): string => relative(context.cwd, context.filename).replaceAll(sep, '/');

/** ARCHITECTURE.md, "Who may know whom". */
const folders: Rule = {
  create(context) {
    const file = pathOf(context);
    const judge = (node: Place & { value: string }, how: 'value' | 'type' | 'address'): void => {
      const message = refuseImport(file, node.value, how);
      if (message !== undefined) context.report({ message, node });
    };
    return {
      Program(node) {
        const message = refusePlace(file);
        if (message !== undefined) context.report({ message, node });
      },
      ImportDeclaration: (node) => judge(node.source, node.importKind ?? 'value'),
      ExportAllDeclaration: (node) => judge(node.source, node.exportKind ?? 'value'),
      ExportNamedDeclaration(node) {
        if (node.source !== null) judge(node.source, node.exportKind ?? 'value');
      },
      TSImportType: (node) => judge(node.source, 'type'),
      ImportExpression(node) {
        if (isText(node.source)) judge(node.source, 'value');
        else context.report({ message: 'Name the file in import(): a computed path cannot be judged.', node });
      },
      NewExpression(node) {
        // A worker's file: new URL('./x.worker.ts', import.meta.url).
        const [address, base] = node.arguments;
        if (node.callee.type !== 'Identifier' || node.callee.name !== 'URL' || base?.type !== 'MemberExpression')
          return;
        if (address !== undefined && isText(address) && /^\..*\.tsx?$/.test(address.value)) judge(address, 'address');
      },
    };
  },
};

/** Time, ids and chance are arguments where results must be the same twice. */
const givenTime: Rule = {
  create(context) {
    const refuse = (what: string, node: Place): void =>
      context.report({ message: `${what} is not read here: time, ids and randomness are arguments.`, node });
    const closed = ['Date.now', 'performance.now', 'Math.random', 'crypto.randomUUID', 'crypto.getRandomValues'];
    return {
      MemberExpression(node) {
        if (node.object.type !== 'Identifier' || node.property.type !== 'Identifier') return;
        const name = `${node.object.name}.${node.property.name}`;
        if (closed.includes(name)) refuse(name, node);
      },
      NewExpression(node) {
        if (node.callee.type === 'Identifier' && node.callee.name === 'Date' && node.arguments.length === 0)
          refuse('new Date()', node);
      },
      CallExpression(node) {
        if (node.callee.type === 'Identifier' && node.callee.name === 'Date') refuse('Date()', node);
      },
      ImportDeclaration(node) {
        if (!/^(node:)?crypto$/.test(node.source.value)) return;
        for (const specifier of node.specifiers) {
          if (specifier.local.name.startsWith('random')) refuse(specifier.local.name, specifier);
        }
      },
    };
  },
};

/** What decides in memory waits for nothing: facts come in, decisions go out. */
const noWaiting: Rule = {
  create(context) {
    const message = 'Nothing is waited for here: what is needed to decide is loaded before.';
    const refuse = (node: Place): void => context.report({ message, node });
    return {
      AwaitExpression: refuse,
      FunctionDeclaration(node) {
        if (node.async) refuse(node);
      },
      FunctionExpression(node) {
        if (node.async) refuse(node);
      },
      ArrowFunctionExpression(node) {
        if (node.async) refuse(node);
      },
      ForOfStatement(node) {
        if (node.await) refuse(node);
      },
    };
  },
};

/** SQL stands in store/, ledgerStore/, queries, actions and feeds; the places are given in .oxlintrc.json. */
const sql: Rule = {
  create(context) {
    const message =
      'SQL stands only in src-main/store, src-main/ledgerStore, *.queries.ts, *.actions.ts and *.feed.ts.';
    // Statements are written in one case; a sentence for a person starts with one capital and goes on in small letters.
    const words = [
      'select',
      'with',
      'insert into',
      'update',
      'delete from',
      'create',
      'alter table',
      'drop',
      'pragma',
      'begin',
      'commit',
      'rollback',
    ];
    const statement = new RegExp(`^\\s*(${[...words, ...words.map((word) => word.toUpperCase())].join('|')})\\s`);
    const looksLikeSql = (text: string): boolean =>
      statement.test(text) && /\b(from|into|set|as|table|index|trigger|view|immediate|transaction)\b|=/i.test(text);
    return {
      CallExpression(node) {
        if (node.callee.type !== 'MemberExpression' || node.callee.property.type !== 'Identifier') return;
        if (node.callee.property.name === 'prepare') context.report({ message, node });
      },
      Literal(node) {
        if (typeof node.value === 'string' && looksLikeSql(node.value)) context.report({ message, node });
      },
      TemplateElement(node) {
        if (looksLikeSql(node.value.raw)) context.report({ message, node });
      },
    };
  },
};

/** An `as` says to the compiler "I know better"; the comment beside it or above its statement says why. */
const commentedAs: Rule = {
  create(context) {
    return {
      TSAsExpression(node) {
        const { typeAnnotation } = node;
        if (typeAnnotation.type === 'TSTypeReference' && context.sourceCode.getText(typeAnnotation) === 'const') return;
        let statement: { type: string; parent?: unknown; loc: { start: { line: number } } } = node;
        while (!/Statement$|Declaration$|^PropertyDefinition$/.test(statement.type) && isNode(statement.parent))
          statement = statement.parent;
        const [first, last] = [statement.loc.start.line - 1, node.loc.end.line];
        const explained = context.sourceCode
          .getAllComments()
          .some(({ loc }) => loc.end.line >= first && loc.start.line <= last);
        if (!explained) context.report({ message: 'Say in a comment why this "as" is true.', node });
      },
    };
  },
};

const isNode = (value: unknown): value is { type: string; parent?: unknown; loc: { start: { line: number } } } =>
  typeof value === 'object' && value !== null && 'type' in value && 'loc' in value;

const isText = (node: { type: string }): node is Place & { type: 'Literal'; value: string } =>
  node.type === 'Literal' && 'value' in node && typeof node.value === 'string';

const plugin = {
  meta: { name: 'house' },
  rules: { folders, 'given-time': givenTime, 'no-waiting': noWaiting, sql, 'commented-as': commentedAs },
};
// The linter loads a plugin by its default export.
export default plugin;
