import { Link } from '@tanstack/react-router';
import { t } from '#shared/messages/messages.ts';
import type { Block, Chapter, Inline } from '#shared/guide/model.ts';
import { inlineText } from '#shared/guide/sections.ts';
import styles from './chapter.module.css';
import { helpLink } from './use-help.ts';

/** One chapter as it is read and printed. Headings are anchors. */
export function ChapterView({ chapter }: { chapter: Chapter }) {
  return (
    <article className={styles.chapter}>
      <h1 className="t28" tabIndex={-1}>{chapter.title}</h1>
      <Blocks blocks={chapter.blocks} />
    </article>
  );
}

function Blocks({ blocks }: { blocks: readonly Block[] }) {
  return blocks.map((block, index) => <BlockView key={index} block={block} />);
}

function BlockView({ block }: { block: Block }) {
  switch (block.kind) {
    case 'heading': return <Heading block={block} />;
    case 'paragraph': return <p><Inlines parts={block.children} /></p>;
    case 'list': {
      const items = block.items.map((item, index) => <li key={index}><Item blocks={item} /></li>);
      return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
    }
    case 'code': return <pre><code>{block.text}</code></pre>;
    case 'table': return <Table block={block} />;
    case 'picture': return <figure><img src={block.source} alt={block.words} width={block.width} height={block.height} loading="lazy" /><figcaption aria-hidden="true">{block.words}</figcaption></figure>;
  }
}

function Heading({ block }: { block: Extract<Block, { kind: 'heading' }> }) {
  const Level = block.level === 2 ? 'h2' : 'h3';
  return (
    <Level id={block.id} tabIndex={-1}>
      <Inlines parts={block.children} />
      <Link to="." hash={block.id} search={(before) => before} className={styles.anchor ?? ''} aria-label={t('guide.linkTo', { title: inlineText(block.children) })}>#</Link>
    </Level>
  );
}

function Item({ blocks }: { blocks: readonly Block[] }) {
  const [only] = blocks;
  if (blocks.length === 1 && only?.kind === 'paragraph') return <Inlines parts={only.children} />;
  return <Blocks blocks={blocks} />;
}

function Table({ block }: { block: Extract<Block, { kind: 'table' }> }) {
  const ofColumn = (index: number): string | undefined => (block.numeric[index] === true ? 'num' : undefined);
  return (
    <table>
      <thead><tr>{block.head.map((cell, index) => <th key={index} scope="col" className={ofColumn(index)}><Inlines parts={cell} /></th>)}</tr></thead>
      <tbody>{block.rows.map((row, at) => <tr key={at}>{row.map((cell, index) => <td key={index} className={ofColumn(index)}><Inlines parts={cell} /></td>)}</tr>)}</tbody>
    </table>
  );
}

function Inlines({ parts }: { parts: readonly Inline[] }) {
  return parts.map((child, index) => <InlineView key={index} inline={child} />);
}

function InlineView({ inline }: { inline: Inline }) {
  switch (inline.kind) {
    case 'text': return inline.text;
    case 'code': return <code>{inline.text}</code>;
    case 'strong': return <strong><Inlines parts={inline.children} /></strong>;
    case 'emphasis': return <em><Inlines parts={inline.children} /></em>;
    case 'link': return <Link {...helpLink(inline.to)}><Inlines parts={inline.children} /></Link>;
  }
}
