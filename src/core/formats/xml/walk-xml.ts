import type { Finding } from '../../model/index.ts';
import { elementsOf, textOf, type XmlNode } from './parse-xml.ts';
import type { Role, Vocabulary } from './roles.ts';
import { type BlockPlan, type BlockWriter, writeBlocks } from './write-blocks.ts';

/** What the words of an element become, handed down from its surroundings. */
interface Context {
  /** the block that loose text goes to */
  readonly plan: BlockPlan;
  readonly inBlock: boolean;
  readonly level: number;
  readonly zone: BlockPlan['zone'];
  readonly speech: Speech | null;
}
interface Speech {
  readonly plan: BlockPlan;
  labelled: boolean;
}

/**
 * Walk a document in its own order and lay out its text: every word of the file that is not header comes out once.
 * An element the vocabulary does not know is a block if words stand directly in it, else a container.
 */
export function walkXml(root: XmlNode, vocabulary: Vocabulary) {
  const writer = writeBlocks();
  const walker = new Walker(writer, vocabulary);
  walker.children(root, { plan: { kind: 'paragraph' }, inBlock: false, level: 1, zone: undefined, speech: null });
  return { ...writer.finish(), findings: walker.findings };
}

class Walker {
  readonly findings: Finding[] = [];
  private readonly writer: BlockWriter;
  private readonly vocabulary: Vocabulary;
  private count = 0;
  private readonly asked = new Set<string>();
  /** a label printed before its utterance (ParlaMint) */
  private waiting: string | null = null;
  private lead: BlockPlan | null = null;

  constructor(writer: BlockWriter, vocabulary: Vocabulary) {
    this.writer = writer;
    this.vocabulary = vocabulary;
  }

  children(node: XmlNode, context: Context): void {
    for (const [i, child] of node.children.entries()) {
      if (typeof child === 'string') this.writer.write(child, context.plan);
      else this.element(child, node, nextElement(node, i), context);
    }
  }

  private element(node: XmlNode, parent: XmlNode, next: XmlNode | null, context: Context): void {
    const place = { inBlock: context.inBlock, inUtterance: context.speech !== null, parent, next };
    const role = this.vocabulary.roleOf(node, place) ?? generalRole(node, context.inBlock);
    if (role.is === 'part') this.part(node, role, context);
    else if (role.is === 'paragraph') this.paragraph(node, role, context);
    else if (role.is === 'heading') this.heading(node, role, context);
    else if (role.is === 'lead') this.leadIn(node, next, context);
    else if (role.is === 'label') this.label(node, next, context);
    else if (role.is === 'utterance') this.utterance(node, role, context);
    else if (role.is === 'aside') this.aside(node, context);
    else if (role.is === 'inline') this.inline(node, role, context);
    else if (role.is === 'word') this.word(node, role, context);
    else if (role.is === 'gap') this.gap(role.why);
    else if (role.is === 'space') {
      this.writer.write(' ', context.plan);
      this.children(node, context);
    }
  }

  private inline(node: XmlNode, role: Role & { is: 'inline' }, context: Context): void {
    const fill = () => this.children(node, context);
    if (role.mark) this.writer.mark(role.mark, role.value, fill);
    else fill();
  }

  private word(node: XmlNode, role: Role & { is: 'word' }, context: Context): void {
    if (role.join === 'left' || role.join === 'both') this.writer.glue();
    this.children(node, context);
    if (role.join === 'right' || role.join === 'both') this.writer.glue();
  }

  private gap(why: string): void {
    const at = this.writer.length();
    this.findings.push({
      stage: 'formats',
      rule: 'gap-in-source',
      severity: 'info',
      start: at,
      end: at,
      why: `the source marks that words are missing here (${why})`,
    });
  }

  private part(node: XmlNode, role: Role & { is: 'part' }, context: Context): void {
    const zone = role.zone ?? context.zone;
    // a number stays with the paragraph it opens, whatever wraps that
    const leads = this.lead !== null && this.writer.current() === this.lead;
    if (!context.speech && !leads) this.writer.endBlock();
    const plan = context.speech ? context.plan : plainPlan(zone);
    this.children(node, { ...context, plan, zone, level: context.level + 1, inBlock: false });
    if (!context.speech) this.writer.endBlock();
  }

  private paragraph(node: XmlNode, role: Role & { is: 'paragraph' }, context: Context): void {
    const zone = role.zone ?? context.zone;
    const kind = role.kind ?? 'paragraph';
    const plan = context.speech
      ? this.speechPlan(context.speech, kind)
      : (this.takeLead() ?? { ...plainPlan(zone), kind });
    this.children(node, { ...context, plan, zone, inBlock: true });
    if (context.speech || plan !== this.lead) this.writer.endBlock();
  }

  /** The first paragraph of a speech goes on in the block of its label; the others are blocks of their own. */
  private speechPlan(speech: Speech, kind: BlockPlan['kind']): BlockPlan {
    if (speech.labelled && this.writer.current() === speech.plan) {
      speech.labelled = false;
      return speech.plan;
    }
    this.writer.endBlock();
    return this.takeLead() ?? { ...speech.plan, kind };
  }

  private heading(node: XmlNode, role: Role & { is: 'heading' }, context: Context): void {
    const plan = this.takeLead() ?? headingPlan(context);
    this.children(node, {
      ...context,
      plan: role.zone ? { ...plan, zone: role.zone } : plan,
      inBlock: true,
      speech: null,
    });
    this.writer.endBlock();
  }

  private leadIn(node: XmlNode, next: XmlNode | null, context: Context): void {
    this.writer.endBlock();
    const followed =
      next && this.vocabulary.roleOf(next, { inBlock: false, inUtterance: false, parent: node, next: null });
    const heads = followed?.is === 'heading' || followed?.is === 'utterance';
    const plan = heads ? headingPlan(context) : context.speech ? { ...context.speech.plan } : plainPlan(context.zone);
    this.children(node, { ...context, plan, inBlock: true });
    this.writer.write(' ', plan);
    this.lead = plan;
  }

  /** The block that a number has just opened, if nothing else came between. */
  private takeLead(): BlockPlan | null {
    const plan = this.lead;
    this.lead = null;
    if (plan && this.writer.current() === plan) return plan;
    this.writer.endBlock();
    return null;
  }

  private label(node: XmlNode, next: XmlNode | null, context: Context): void {
    if (!context.speech) {
      const followed =
        next && this.vocabulary.roleOf(next, { inBlock: false, inUtterance: false, parent: node, next: null });
      if (followed?.is === 'utterance') this.waiting = textOf(node);
      else this.aside(node, context);
      return;
    }
    const { speech } = context;
    if (this.writer.current() === speech.plan && speech.labelled) {
      this.aside(node, context);
      return;
    }
    this.children(node, { ...context, plan: speech.plan, inBlock: true });
    this.writer.endLabel();
    speech.labelled = true;
  }

  private utterance(node: XmlNode, role: Role & { is: 'utterance' }, context: Context): void {
    this.writer.endBlock();
    const own = elementsOf(node).find((c) => this.isLabel(c, node));
    const printed = this.waiting ?? (own ? textOf(own) : null);
    const plan: BlockPlan = {
      kind: 'paragraph',
      zone: 'article',
      rule: this.vocabulary.reader,
      utterance: {
        key: `u${++this.count}`,
        kind: role.kind,
        who: role.who ?? (printed ? null : this.unlisted(role.ref)),
        label: printed || null,
        ...(role.voice ? { voice: role.voice } : {}),
      },
    };
    const speech: Speech = { plan, labelled: false };
    if (this.waiting) {
      this.writer.write(this.waiting, plan);
      this.writer.endLabel();
      speech.labelled = true;
      this.waiting = null;
    }
    this.children(node, { ...context, plan, inBlock: false, speech });
    this.writer.endBlock();
  }

  /** Where nothing is printed, the id itself is the only name there is. */
  private unlisted(ref: string | null): string | null {
    if (ref && !this.asked.has(ref)) {
      this.asked.add(ref);
      this.findings.push({
        stage: 'formats',
        rule: 'speaker-not-listed',
        severity: 'info',
        why: `the file names the speaker only as "${ref}" and lists no such person`,
      });
    }
    return ref;
  }

  private isLabel(node: XmlNode, parent: XmlNode): boolean {
    return this.vocabulary.roleOf(node, { inBlock: false, inUtterance: true, parent, next: null })?.is === 'label';
  }

  private aside(node: XmlNode, context: Context): void {
    this.writer.endBlock();
    const key = `a${++this.count}`;
    const plan: BlockPlan = {
      kind: 'paragraph',
      rule: this.vocabulary.reader,
      utterance: { key, kind: 'aside', who: null, label: null },
    };
    this.children(node, { ...context, plan, inBlock: true, speech: null });
    this.writer.endBlock();
  }
}

/** The element that follows child `i` with no words of its parent between: only there does a label or a number lead on. */
function nextElement(node: XmlNode, i: number): XmlNode | null {
  for (let at = i + 1; at < node.children.length; at++) {
    const child = node.children[at]!;
    if (typeof child !== 'string') return child;
    if (/\S/.test(child)) return null;
  }
  return null;
}

const plainPlan = (zone: BlockPlan['zone']): BlockPlan => ({
  kind: 'paragraph',
  ...(zone ? { zone, rule: 'xml-part' } : {}),
});
const headingPlan = (context: Context): BlockPlan => ({
  kind: 'heading',
  level: Math.min(6, context.level),
  zone: context.zone === 'metadata' ? 'metadata' : 'heading',
  rule: 'xml-heading',
});

function generalRole(node: XmlNode, inBlock: boolean): Role {
  if (inBlock && !elementsOf(node).length) return { is: 'inline' };
  const words = node.children.some((c) => typeof c === 'string' && /\S/.test(c));
  return words ? { is: inBlock ? 'inline' : 'paragraph' } : { is: inBlock ? 'inline' : 'part' };
}
