import {
  OperationNodeTransformer,
  ValueNode,
  type KyselyPlugin,
  type LimitNode,
  type PluginTransformQueryArgs,
  type PluginTransformResultArgs,
  type QueryId,
} from 'kysely'

/**
 * Writes how many rows are wanted into the statement itself. With a parameter there, a plan that is kept is made for a
 * tenth of the table, and reads and sorts all of it to give the first fifty.
 */
export class LimitsInText implements KyselyPlugin {
  readonly #writer = new LimitWriter()

  transformQuery(args: PluginTransformQueryArgs) {
    return this.#writer.transformNode(args.node, args.queryId)
  }

  transformResult(args: PluginTransformResultArgs) {
    return Promise.resolve(args.result)
  }
}

class LimitWriter extends OperationNodeTransformer {
  protected override transformLimit(node: LimitNode, queryId?: QueryId): LimitNode {
    const { limit } = node
    const asText = ValueNode.is(limit) ? ValueNode.createImmediate(limit.value) : limit
    return super.transformLimit({ ...node, limit: asText }, queryId)
  }
}
