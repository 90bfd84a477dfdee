import {parseAst} from "vitest/node";

/** A node of the syntax tree: what is read of it here. */
interface Node {
  type: string;
  name?: string;
  computed?: boolean;
  [part: string]: unknown;
}

/**
 * Names of the functions of a module that may call themselves, by themselves or by way of others of the module: whose body
 * names them, be it to call them or to hand them on.
 *
 * @param code TypeScript
 */
export function selfCalls(code: string): string[] {
  const functions = new Map<string, Set<string>>();
  for (const [name, node] of functionsOf(parseAst(code, {lang: "ts"}) as unknown as Node)) {
    const named = functions.get(name) ?? new Set();
    for (const other of namesIn(node)) named.add(other);
    functions.set(name, named);
  }
  const reached = (from: string) => {
    const found = new Set<string>();
    const left = [...(functions.get(from) ?? [])];
    for (let next = left.pop(); next !== undefined; next = left.pop()) {
      if (found.has(next) || !functions.has(next)) continue;
      found.add(next);
      left.push(...(functions.get(next) ?? []));
    }
    return found;
  };
  return [...functions.keys()].filter((name) => reached(name).has(name)).sort();
}

/** Parts of a node that name something or are about types. */
const noParts = new Set(["typeAnnotation", "returnType", "typeParameters", "typeArguments", "superTypeArguments"]);

const isFunction = ({type}: Node) =>
  ["FunctionDeclaration", "FunctionExpression", "ArrowFunctionExpression"].includes(type);

/** True of a function, of a list of them by name, and of what another makes of one, as `memoize` does. */
const makesFunction = (node: Node): boolean =>
  isFunction(node) ||
  node.type === "ObjectExpression" ||
  (node.type === "CallExpression" &&
    (node.callee as Node).type === "Identifier" &&
    (node.arguments as Node[]).some(isFunction));

/** Functions by the names that they are called by: declarations, constants that hold one or are made of one, and methods. */
function functionsOf(program: Node): [string, Node][] {
  return nodesIn(program).flatMap((node): [string, Node][] => {
    const {type, id, init, key, value} = node as Node & Record<"id" | "init" | "key" | "value", Node | undefined>;
    if (type === "FunctionDeclaration" && id?.name) return [[id.name, {...node, id: null}]];
    if (type === "VariableDeclarator" && id?.name && init && makesFunction(init)) return [[id.name, init]];
    if (type === "MethodDefinition" && key?.name && value) return [[`this.${key.name}`, value]];
    return [];
  });
}

/** Names that stand in a function for something outside it, and `this.name` of its class. */
function namesIn(node: Node): Set<string> {
  const nodes = nodesIn(node);
  const own = new Set(nodes.flatMap(declaredBy));
  const named = nodes.flatMap((each) => {
    if (each.type === "MemberExpression" && (each.object as Node).type === "ThisExpression")
      return (each.property as Node).type === "Identifier" ? [`this.${(each.property as Node).name}`] : [];
    return each.type === "Identifier" && each.name && !own.has(each.name) ? [each.name] : [];
  });
  return new Set(named);
}

/** Names of parameters and variables. */
function declaredBy(node: Node): string[] {
  const patterns = isFunction(node)
    ? (node.params as Node[])
    : node.type === "VariableDeclarator" || node.type === "CatchClause"
      ? [(node.id ?? node.param) as Node | null]
      : [];
  if (node.type === "VariableDeclarator" && node.init && makesFunction(node.init as Node)) return []; // looked at by its own name
  return patterns
    .flatMap((pattern) => (pattern ? nodesIn(pattern) : []))
    .flatMap(({type, name}) => (type === "Identifier" && name ? [name] : []));
}

/** A node and all below it, but for types and for the names of properties. */
function nodesIn(root: Node): Node[] {
  const found: Node[] = [];
  const left = [root];
  for (let next = left.pop(); next; next = left.pop()) {
    found.push(next);
    for (const [part, value] of Object.entries(next)) {
      const isName = !next.computed && (part === "property" || part === "key");
      if (isName || noParts.has(part)) continue;
      for (const each of Array.isArray(value) ? value : [value])
        if (typeof each === "object" && each !== null && "type" in each) left.push(each as Node);
    }
  }
  return found;
}
