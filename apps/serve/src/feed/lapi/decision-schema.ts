/** A decision as the feeds describe it by OpenAPI: what {@link Decision} of libs/enforcement says in types. */
export const decisionSchema = {
  type: 'object' as const,
  properties: {
    id: { type: 'integer' },
    uuid: { type: 'string', description: "the verdict's id" },
    origin: { type: 'string', enum: ['wherefore'] },
    type: { type: 'string', enum: ['ban', 'captcha', 'throttle'] },
    scope: { type: 'string', enum: ['Ip', 'Range'] },
    value: { type: 'string', description: 'an address, or a block in CIDR notation' },
    duration: {
      type: 'string',
      description: 'a Go duration from now on, as 3h59m7s; negative for what is over',
    },
    scenario: { type: 'string' },
    simulated: { type: 'boolean', description: 'a verdict for trial' },
  },
  required: ['id', 'uuid', 'origin', 'type', 'scope', 'value', 'duration', 'scenario'],
};
