import {
  FunctionNode,
  OperationNodeTransformer,
  OperatorNode,
  PrimitiveValueListNode,
  ValueNode,
  type BinaryOperationNode,
  type KyselyPlugin,
  type LimitNode,
  type PluginTransformQueryArgs,
  type PluginTransformResultArgs,
  type QueryId,
} from 'kysely'

/**
 * One text for one query, whatever it is asked with, so that a plan can be kept for it. A list goes as one value and not
 * as so many. How many rows are wanted stands in the text: with a parameter there, the plan that is kept is made for a
 * tenth of the table, and reads and sorts all of it to give the first fifty.
 */
export class OneText implements KyselyPlugin {
  readonly #writer = new Writer()

  transformQuery(args: PluginTransformQueryArgs) {
    return this.#writer.transformNode(args.node, args.queryId)
  }

  transformResult(args: PluginTransformResultArgs) {
    return Promise.resolve(args.result)
  }
}

const AS_ONE: Readonly<Record<string, { operator: '=' | '<>'; over: 'any' | 'all' }>> = {
  in: { operator: '=', over: 'any' },
  'not in': { operator: '<>', over: 'all' },
}

class Writer extends OperationNodeTransformer {
  protected override transformLimit(node: LimitNode, queryId?: QueryId): LimitNode {
    const { limit } = node
    const asText = ValueNode.is(limit) ? ValueNode.createImmediate(limit.value) : limit
    return super.transformLimit({ ...node, limit: asText }, queryId)
  }

  protected override transformBinaryOperation(
    node: BinaryOperationNode,
    queryId?: QueryId,
  ): BinaryOperationNode {
    const { operator, rightOperand } = node
    const one = OperatorNode.is(operator) ? AS_ONE[operator.operator] : undefined
    if (!one || !PrimitiveValueListNode.is(rightOperand)) return super.transformBinaryOperation(node, queryId)
    const list = FunctionNode.create(one.over, [ValueNode.create([...rightOperand.values])])
    return super.transformBinaryOperation(
      { ...node, operator: OperatorNode.create(one.operator), rightOperand: list },
      queryId,
    )
  }
}
