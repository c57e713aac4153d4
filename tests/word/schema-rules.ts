/**
 * What ISO/IEC 29500-4 (transitional WordprocessingML, DrawingML for pictures) asks of the elements that Parley writes: the children in the
 * order of the standard's sequences, how often each may come, and the attributes with the form of their values. An element or an attribute
 * that is not here is a fault, so that a new one is looked up before it is used.
 */
export type ElementRule = {
  /** The whole sequence of the standard, also what Parley does not write; `*` repeats, `!` must be there. Absent: no children. */
  readonly children?: readonly string[];
  /** Children in any order, each as often as it likes. */
  readonly anyOrder?: readonly string[];
  /** `!` must be there. */
  readonly attributes?: Readonly<Record<string, RegExp>>;
  readonly text?: true;
};

const onOff = /^(?:true|false|1|0|on|off)$/;
const whole = /^-?\d+$/;
const count = /^\d+$/;
const hex = /^(?:auto|[0-9A-F]{6})$/;
const text = /^[\s\S]*$/;
const name = /^[\s\S]{1,253}$/;
const relation = /^rId\w+$/;
const language = /^[a-z]{2,3}(?:-[A-Za-z0-9]+)*$/;
const width = { 'w:w': whole, 'w:type': /^(?:nil|pct|dxa|auto)$/ };
const border = { '!w:val': /^(?:nil|none|single)$/, 'w:color': hex, 'w:sz': count, 'w:space': /^(?:[0-9]|[12][0-9]|3[01])$/ };
const toggle: ElementRule = { attributes: { 'w:val': onOff } };
const value = (form: RegExp): ElementRule => ({ attributes: { '!w:val': form } });

const paragraphProperties = [
  'w:pStyle', 'w:keepNext', 'w:keepLines', 'w:pageBreakBefore', 'w:framePr', 'w:widowControl', 'w:numPr', 'w:suppressLineNumbers', 'w:pBdr', 'w:shd', 'w:tabs', 'w:suppressAutoHyphens', 'w:kinsoku', 'w:wordWrap', 'w:overflowPunct', 'w:topLinePunct', 'w:autoSpaceDE', 'w:autoSpaceDN', 'w:bidi', 'w:adjustRightInd', 'w:snapToGrid', 'w:spacing', 'w:ind', 'w:contextualSpacing', 'w:mirrorIndents', 'w:suppressOverlap', 'w:jc', 'w:textDirection', 'w:textAlignment', 'w:textboxTightWrap', 'w:outlineLvl', 'w:divId', 'w:cnfStyle', 'w:rPr', 'w:sectPr', 'w:pPrChange',
];
const runProperties = [
  'w:rStyle', 'w:rFonts', 'w:b', 'w:bCs', 'w:i', 'w:iCs', 'w:caps', 'w:smallCaps', 'w:strike', 'w:dstrike', 'w:outline', 'w:shadow', 'w:emboss', 'w:imprint', 'w:noProof', 'w:snapToGrid', 'w:vanish', 'w:webHidden', 'w:color', 'w:spacing', 'w:w', 'w:kern', 'w:position', 'w:sz', 'w:szCs', 'w:highlight', 'w:u', 'w:effect', 'w:bdr', 'w:shd', 'w:fitText', 'w:vertAlign', 'w:rtl', 'w:cs', 'w:em', 'w:lang', 'w:eastAsianLayout', 'w:specVanish', 'w:oMath',
];
const tableProperties = ['w:tblStyle', 'w:tblpPr', 'w:tblOverlap', 'w:bidiVisual', 'w:tblStyleRowBandSize', 'w:tblStyleColBandSize', 'w:tblW', 'w:jc', 'w:tblCellSpacing', 'w:tblInd', 'w:tblBorders', 'w:shd', 'w:tblLayout', 'w:tblCellMar', 'w:tblLook', 'w:tblCaption', 'w:tblDescription'];
const cellProperties = ['w:cnfStyle', 'w:tcW', 'w:gridSpan', 'w:hMerge', 'w:vMerge', 'w:tcBorders', 'w:shd', 'w:noWrap', 'w:tcMar', 'w:textDirection', 'w:tcFitText', 'w:vAlign', 'w:hideMark'];
const settings = [
  'w:writeProtection', 'w:view', 'w:zoom', 'w:removePersonalInformation', 'w:mirrorMargins', 'w:trackRevisions', 'w:documentProtection', 'w:autoFormatOverride', 'w:styleLockTheme', 'w:defaultTabStop', 'w:autoHyphenation', 'w:evenAndOddHeaders', 'w:drawingGridHorizontalSpacing', 'w:characterSpacingControl', 'w:footnotePr', 'w:endnotePr', 'w:compat', 'w:docVars', 'w:rsids', 'm:mathPr', 'w:attachedSchema', 'w:themeFontLang', 'w:clrSchemeMapping', 'w:doNotAutoCompressPictures', 'w:shapeDefaults', 'w:decimalSymbol', 'w:listSeparator',
];
const runs = ['w:bookmarkStart', 'w:bookmarkEnd', 'w:r', 'w:hyperlink'];
const blocks = ['w:p', 'w:tbl', 'w:bookmarkStart', 'w:bookmarkEnd'];
const margins: ElementRule = { children: ['w:top', 'w:left', 'w:bottom', 'w:right'] };

export const schemaRules: Readonly<Record<string, ElementRule>> = {
  'w:document': { children: ['w:background', '!w:body'], attributes: { 'w:conformance': /^transitional$/ } },
  'w:hdr': { anyOrder: blocks },
  'w:ftr': { anyOrder: blocks },
  'w:p': { children: ['w:pPr', ...runs.map((run) => `${run}*`)] },
  'w:hyperlink': { anyOrder: ['w:r'], attributes: { 'w:anchor': /^.{1,40}$/, 'w:history': onOff } },
  'w:r': { children: ['w:rPr', '*w:t|w:tab|w:br|w:noBreakHyphen|w:fldChar|w:instrText|w:drawing'] },
  'w:t': { text: true, attributes: { 'xml:space': /^(?:preserve|default)$/ } },
  'w:instrText': { text: true, attributes: { 'xml:space': /^(?:preserve|default)$/ } },
  'w:tab': { attributes: { 'w:val': /^(?:clear|left|center|right|decimal|bar|num)$/, 'w:pos': whole } },
  'w:br': { attributes: { 'w:type': /^(?:page|column|textWrapping)$/ } },
  'w:noBreakHyphen': {},
  'w:fldChar': { attributes: { '!w:fldCharType': /^(?:begin|separate|end)$/ } },
  'w:bookmarkStart': { attributes: { '!w:id': count, '!w:name': /^[A-Za-z_]\w{0,39}$/ } },
  'w:bookmarkEnd': { attributes: { '!w:id': count } },

  'w:pPr': { children: paragraphProperties },
  'w:pStyle': value(name),
  'w:keepNext': toggle, 'w:keepLines': toggle, 'w:pageBreakBefore': toggle, 'w:widowControl': toggle,
  'w:numPr': { children: ['w:ilvl', 'w:numId'] },
  'w:ilvl': value(/^[0-8]$/), 'w:numId': value(count),
  'w:pBdr': { children: ['w:top', 'w:left', 'w:bottom', 'w:right', 'w:between', 'w:bar'] },
  'w:shd': { attributes: { '!w:val': /^(?:clear|solid|nil)$/, 'w:color': hex, 'w:fill': hex } },
  'w:tabs': { children: ['!w:tab*'] },
  'w:spacing': { attributes: { 'w:before': count, 'w:after': count, 'w:line': whole, 'w:lineRule': /^(?:auto|exact|atLeast)$/ } },
  'w:ind': { attributes: { 'w:left': whole, 'w:right': whole, 'w:hanging': count, 'w:firstLine': count } },
  'w:jc': value(/^(?:left|center|right|both|start|end)$/),
  'w:outlineLvl': value(/^[0-9]$/),

  'w:rPr': { children: runProperties },
  'w:rStyle': value(name),
  'w:rFonts': { attributes: { 'w:ascii': name, 'w:hAnsi': name, 'w:cs': name, 'w:eastAsia': name } },
  'w:b': toggle, 'w:bCs': toggle, 'w:i': toggle, 'w:iCs': toggle, 'w:noProof': toggle,
  'w:color': value(hex),
  'w:sz': value(count), 'w:szCs': value(count),
  'w:vertAlign': value(/^(?:baseline|superscript|subscript)$/),
  'w:lang': { attributes: { 'w:val': language, 'w:eastAsia': language, 'w:bidi': language } },

  'w:tbl': { children: ['!w:tblPr', '!w:tblGrid', '!w:tr*'] },
  'w:tblPr': { children: tableProperties },
  'w:tblStyle': value(name),
  'w:tblStyleRowBandSize': value(count),
  'w:tblW': { attributes: width }, 'w:tblInd': { attributes: width }, 'w:tcW': { attributes: width },
  'w:tblBorders': { children: ['w:top', 'w:left', 'w:bottom', 'w:right', 'w:insideH', 'w:insideV'] },
  'w:tblLayout': { attributes: { 'w:type': /^(?:fixed|autofit)$/ } },
  'w:tblCellMar': margins, 'w:tcMar': margins,
  'w:tblLook': { attributes: { 'w:val': /^[0-9A-F]{4}$/, 'w:firstRow': onOff, 'w:lastRow': onOff, 'w:firstColumn': onOff, 'w:lastColumn': onOff, 'w:noHBand': onOff, 'w:noVBand': onOff } },
  'w:tblGrid': { children: ['!w:gridCol*'] },
  'w:gridCol': { attributes: { 'w:w': count } },
  'w:tr': { children: ['w:tblPrEx', 'w:trPr', '!w:tc*'] },
  'w:trPr': { anyOrder: ['w:cantSplit', 'w:trHeight', 'w:tblHeader'] },
  'w:cantSplit': toggle, 'w:tblHeader': toggle,
  'w:trHeight': { attributes: { 'w:val': count, 'w:hRule': /^(?:auto|exact|atLeast)$/ } },
  'w:tc': { children: ['w:tcPr', '!*w:p|w:tbl'] },
  'w:tcPr': { children: cellProperties },
  'w:gridSpan': value(/^[1-9]\d?$/),
  'w:vMerge': { attributes: { 'w:val': /^(?:restart|continue)$/ } },
  'w:tcBorders': { children: ['w:top', 'w:left', 'w:bottom', 'w:right', 'w:insideH', 'w:insideV', 'w:tl2br', 'w:tr2bl'] },
  'w:vAlign': value(/^(?:top|center|both|bottom)$/),

  'w:body': { children: ['!*w:p|w:tbl', 'w:sectPr'] },
  'w:sectPr': { children: ['*w:headerReference|w:footerReference', 'w:footnotePr', 'w:endnotePr', 'w:type', 'w:pgSz', 'w:pgMar', 'w:paperSrc', 'w:pgBorders', 'w:lnNumType', 'w:pgNumType', 'w:cols', 'w:formProt', 'w:vAlign', 'w:noEndnote', 'w:titlePg', 'w:textDirection', 'w:bidi', 'w:rtlGutter', 'w:docGrid', 'w:printerSettings'] },
  'w:headerReference': { attributes: { '!w:type': /^(?:default|first|even)$/, '!r:id': relation } },
  'w:footerReference': { attributes: { '!w:type': /^(?:default|first|even)$/, '!r:id': relation } },
  'w:pgSz': { attributes: { 'w:w': count, 'w:h': count, 'w:orient': /^(?:portrait|landscape)$/ } },
  'w:pgMar': { attributes: { '!w:top': whole, '!w:right': count, '!w:bottom': whole, '!w:left': count, '!w:header': count, '!w:footer': count, '!w:gutter': count } },
  'w:pgNumType': { attributes: { 'w:start': count } },
  'w:titlePg': toggle,
  'w:docGrid': { attributes: { 'w:linePitch': whole } },

  'w:styles': { children: ['w:docDefaults', 'w:latentStyles', 'w:style*'] },
  'w:docDefaults': { children: ['w:rPrDefault', 'w:pPrDefault'] },
  'w:rPrDefault': { children: ['w:rPr'] }, 'w:pPrDefault': { children: ['w:pPr'] },
  'w:style': {
    children: ['w:name', 'w:aliases', 'w:basedOn', 'w:next', 'w:link', 'w:autoRedefine', 'w:hidden', 'w:uiPriority', 'w:semiHidden', 'w:unhideWhenUsed', 'w:qFormat', 'w:locked', 'w:personal', 'w:personalCompose', 'w:personalReply', 'w:rsid', 'w:pPr', 'w:rPr', 'w:tblPr', 'w:trPr', 'w:tcPr', 'w:tblStylePr*'],
    attributes: { 'w:type': /^(?:paragraph|character|table|numbering)$/, 'w:styleId': name, 'w:default': onOff, 'w:customStyle': onOff },
  },
  'w:name': value(name), 'w:basedOn': value(name), 'w:next': value(name), 'w:uiPriority': value(count),
  'w:semiHidden': toggle, 'w:unhideWhenUsed': toggle, 'w:qFormat': toggle,
  'w:tblStylePr': { children: ['w:pPr', 'w:rPr', 'w:tblPr', 'w:trPr', 'w:tcPr'], attributes: { '!w:type': /^(?:wholeTable|firstRow|lastRow|firstCol|lastCol)$/ } },

  'w:numbering': { children: ['w:numPicBullet*', 'w:abstractNum*', 'w:num*', 'w:numIdMacAtCleanup'] },
  'w:abstractNum': { children: ['w:nsid', 'w:multiLevelType', 'w:tmpl', 'w:name', 'w:styleLink', 'w:numStyleLink', 'w:lvl*'], attributes: { '!w:abstractNumId': count } },
  'w:nsid': value(/^[0-9A-F]{8}$/),
  'w:multiLevelType': value(/^(?:singleLevel|multilevel|hybridMultilevel)$/),
  'w:lvl': { children: ['w:start', 'w:numFmt', 'w:lvlRestart', 'w:pStyle', 'w:isLgl', 'w:suff', 'w:lvlText', 'w:lvlPicBulletId', 'w:legacy', 'w:lvlJc', 'w:pPr', 'w:rPr'], attributes: { '!w:ilvl': /^[0-8]$/ } },
  'w:start': value(whole), 'w:numFmt': value(/^(?:decimal|lowerLetter|upperLetter|none|bullet)$/), 'w:suff': value(/^(?:tab|space|nothing)$/), 'w:lvlText': { attributes: { 'w:val': text } }, 'w:lvlJc': value(/^(?:left|center|right|start|end)$/),
  'w:num': { children: ['!w:abstractNumId', 'w:lvlOverride*'], attributes: { '!w:numId': count } },
  'w:abstractNumId': value(count),

  'w:settings': { children: settings },
  'w:defaultTabStop': value(count), 'w:characterSpacingControl': value(/^(?:doNotCompress|compressPunctuation|compressPunctuationAndJapaneseKana)$/),
  'w:compat': { children: ['w:compatSetting*'] },
  'w:compatSetting': { attributes: { 'w:name': name, 'w:uri': name, 'w:val': text } },
  'w:themeFontLang': { attributes: { 'w:val': language } }, 'w:decimalSymbol': value(/^.$/), 'w:listSeparator': value(/^.$/),
  'w:fonts': { children: ['w:font*'] },

  'w:drawing': { children: ['!wp:inline'] },
  'wp:inline': { children: ['!wp:extent', 'wp:effectExtent', '!wp:docPr', 'wp:cNvGraphicFramePr', '!a:graphic'], attributes: { distT: count, distB: count, distL: count, distR: count } },
  'wp:extent': { attributes: { '!cx': count, '!cy': count } },
  'wp:effectExtent': { attributes: { '!l': whole, '!t': whole, '!r': whole, '!b': whole } },
  'wp:docPr': { attributes: { '!id': count, '!name': text, descr: text, title: text } },
  'wp:cNvGraphicFramePr': { children: ['a:graphicFrameLocks'] },
  'a:graphicFrameLocks': { attributes: { noChangeAspect: onOff } },
  'a:graphic': { children: ['!a:graphicData'] },
  'a:graphicData': { children: ['!pic:pic'], attributes: { '!uri': /^http:\/\/schemas\.openxmlformats\.org\/drawingml\/2006\/picture$/ } },
  'pic:pic': { children: ['!pic:nvPicPr', '!pic:blipFill', '!pic:spPr'] },
  'pic:nvPicPr': { children: ['!pic:cNvPr', '!pic:cNvPicPr'] },
  'pic:cNvPr': { attributes: { '!id': count, '!name': text, descr: text, title: text } },
  'pic:cNvPicPr': { children: ['a:picLocks'] },
  'a:picLocks': { attributes: { noChangeAspect: onOff, noChangeArrowheads: onOff } },
  'pic:blipFill': { children: ['a:blip', 'a:srcRect', 'a:stretch'] },
  'a:blip': { attributes: { 'r:embed': relation, cstate: /^(?:none|print|screen|email|hqprint)$/ } },
  'a:srcRect': {}, 'a:fillRect': {}, 'a:avLst': {},
  'a:stretch': { children: ['a:fillRect'] },
  'pic:spPr': { children: ['a:xfrm', 'a:prstGeom'], attributes: { bwMode: /^(?:auto|clr|gray)$/ } },
  'a:xfrm': { children: ['a:off', 'a:ext'] },
  'a:off': { attributes: { '!x': whole, '!y': whole } },
  'a:ext': { attributes: { '!cx': count, '!cy': count } },
  'a:prstGeom': { children: ['a:avLst'], attributes: { '!prst': /^rect$/ } },
};

/** Elements that are a border in one place and a width in another. */
export const sideRules: Readonly<Record<string, ElementRule>> = {
  'w:pBdr': { attributes: border }, 'w:tblBorders': { attributes: border }, 'w:tcBorders': { attributes: border },
  'w:tblCellMar': { attributes: width }, 'w:tcMar': { attributes: width },
};
