import { Fragment, memo } from 'react';
import type { Block, Cell, CellBlock, Figure, Inline, Paragraph, Row, Table } from '#shared/documents/model.ts';
import type { Preview } from '#shared/documents/preview.ts';
import { classes } from '#renderer/ui/classes.ts';
import { styleWith } from '#renderer/ui/style.ts';
import styles from './paper.module.css';

/** A printed document on the screen, `width` pixels wide: white in both themes, with the Word file's measures and faces. */
export const Paper = memo(function Paper({ preview, width, label }: { preview: Preview; width: number; label: string }) {
  return (
    <article className={styles.paper} aria-label={label} style={styleWith({ '--mm': `${width / 210}px`, '--paper-accent': `#${preview.accent}`, width })}>
      <div className={styles.running} aria-hidden="true"><span>{preview.header.left}</span><span>{preview.header.right}</span></div>
      {preview.blocks.map((block, index) => <PaperBlock key={index} block={block} blocks={preview.blocks} />)}
      <div className={styles.foot} aria-hidden="true"><span>{preview.footer}</span></div>
    </article>
  );
});

function PaperBlock({ block, blocks }: { block: Block; blocks: readonly Block[] }) {
  switch (block.kind) {
    case 'paragraph':
      return <PaperParagraph paragraph={block} />;
    case 'section':
      return <h2 className={classes(styles.section, block.numbering === 'annex' && styles.annex)} id={`section-${block.label}`} data-section={block.label}><span>{block.number}</span>{block.title}</h2>;
    case 'plain-heading':
      return <h2 className={styles.plainHeading}>{block.title}</h2>;
    case 'figure':
      return <PaperFigure figure={block} />;
    case 'table':
      return <PaperTable table={block} />;
    case 'contents':
      return <ol className={styles.contents}>{blocks.map((other, index) => (other.kind === 'section' ? <li key={index}><span>{other.number}</span>{other.title}</li> : null))}</ol>;
    case 'spacer':
      return <div className={styles.spacer} />;
  }
}

function PaperParagraph({ paragraph }: { paragraph: Paragraph }) {
  const style = styleWith({
    ...(paragraph.indentMm === undefined ? {} : { paddingLeft: `calc(${paragraph.indentMm} * var(--mm))` }),
    ...(paragraph.align === undefined ? {} : { textAlign: paragraph.align }),
    ...(paragraph.before === undefined ? {} : { marginTop: `calc(${paragraph.before} * var(--pt))` }),
    ...(paragraph.after === undefined ? {} : { marginBottom: `calc(${paragraph.after} * var(--pt))` }),
    ...(paragraph.ruleBelow === undefined ? {} : { borderBottom: `${paragraph.ruleBelow}px solid currentColor` }),
  });
  const content = <Inlines content={paragraph.content} />;
  if (paragraph.style === 'heading-2') return <h3 className={styles['heading-2']} style={style}>{content}</h3>;
  return <p className={styles[paragraph.style]} style={style}>{paragraph.number === undefined ? null : <span className={styles.number}>{paragraph.number}</span>}{content}</p>;
}

function Inlines({ content }: { content: readonly Inline[] }) {
  return content.map((inline, index) => {
    if (inline.kind === 'break') return <br key={index} />;
    if (inline.kind === 'tab') return <span key={index} className={styles.tab}>{'\t'}</span>;
    const plain = inline.bold !== true && inline.italic !== true && inline.tone === undefined && inline.serif !== true && inline.size === undefined;
    if (plain) return <Fragment key={index}>{inline.text}</Fragment>;
    return (
      <span key={index} className={classes(inline.bold === true && styles.bold, inline.italic === true && styles.italic, inline.serif === true && styles.serif, inline.tone !== undefined && styles[`tone-${inline.tone}`])}
        style={inline.size === undefined ? undefined : { fontSize: `calc(${inline.size} * var(--pt))` }}>{inline.text}</span>
    );
  });
}

function PaperFigure({ figure }: { figure: Figure }) {
  return (
    <p className={styles[figure.style]}>
      <img src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(figure.svg)}`} alt={figure.alternative} style={{ width: `calc(${figure.widthMm} * var(--mm))`, height: `calc(${figure.heightMm} * var(--mm))` }} />
    </p>
  );
}

function PaperTable({ table }: { table: Table }) {
  const sum = table.columnsMm.reduce((total, column) => total + column, 0);
  return (
    <>
      {table.caption === undefined ? null : <p className={styles['table-caption']} style={{ paddingLeft: `calc(${table.indentMm} * var(--mm))` }}><b>{table.numberText}</b> {table.caption}</p>}
      <table className={classes(styles.table, styles[`look-${table.look}`])} style={{ marginLeft: `calc(${table.indentMm} * var(--mm))`, width: `calc(${sum} * var(--mm))` }}>
        <colgroup>{table.columnsMm.map((column, index) => <col key={index} style={{ width: `${(column / sum) * 100}%` }} />)}</colgroup>
        {table.head === undefined ? null : <thead><PaperRow row={table.head} head /></thead>}
        <tbody>{table.rows.map((row, index) => <PaperRow key={index} row={row} />)}</tbody>
      </table>
    </>
  );
}

function PaperRow({ row, head = false }: { row: Row; head?: boolean }) {
  const CellTag = head ? 'th' : 'td';
  const height = row.height === undefined ? undefined : { height: `calc(${row.height.mm} * var(--mm))` };
  return (
    <tr style={height}>
      {row.cells.map((cell, index) => <CellTag key={index} {...(head ? { scope: 'col' as const } : {})} colSpan={cell.span ?? 1} style={cellStyle(cell)}>{cell.blocks.map((block, inner) => <PaperCellBlock key={inner} block={block} />)}</CellTag>)}
    </tr>
  );
}

function PaperCellBlock({ block }: { block: CellBlock }) {
  if (block.kind === 'paragraph') return <PaperParagraph paragraph={block} />;
  return block.kind === 'figure' ? <PaperFigure figure={block} /> : null;
}

function cellStyle(cell: Cell) {
  return {
    ...(cell.fill === undefined ? {} : { background: `#${cell.fill}` }),
    ...(cell.align === undefined ? {} : { verticalAlign: cell.align === 'center' ? 'middle' : cell.align }),
    ...(cell.ruleAbove === undefined ? {} : { borderTop: cell.ruleAbove === 'none' ? 'none' : `${cell.ruleAbove}px solid #17233b` }),
    ...(cell.ruleBelow === undefined ? {} : { borderBottom: `${cell.ruleBelow}px solid #17233b` }),
    ...(cell.padding === undefined ? {} : { padding: cell.padding.map((side) => `calc(${side} * var(--mm))`).join(' ') }),
  };
}
