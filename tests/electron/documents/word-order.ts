/**
 * The order in which WordprocessingML asks for children (ECMA-376 part 1, the sequences of CT_PPr, CT_RPr, CT_TblPr, CT_TrPr, CT_TcPr,
 * CT_TcBorders, CT_TblBorders, CT_PBdr, CT_SectPr, CT_Style, CT_Lvl, CT_Settings). Only what Parley writes; anything else is a fault, so
 * that a new element is looked up before it is used.
 */
export const childOrder: Readonly<Record<string, readonly string[]>> = {
  'w:pPr': ['w:pStyle', 'w:keepNext', 'w:keepLines', 'w:pageBreakBefore', 'w:widowControl', 'w:numPr', 'w:pBdr', 'w:shd', 'w:tabs', 'w:spacing', 'w:ind', 'w:jc', 'w:outlineLvl', 'w:rPr'],
  'w:rPr': ['w:rStyle', 'w:rFonts', 'w:b', 'w:bCs', 'w:i', 'w:iCs', 'w:noProof', 'w:color', 'w:sz', 'w:szCs', 'w:vertAlign', 'w:lang'],
  'w:numPr': ['w:ilvl', 'w:numId'],
  'w:pBdr': ['w:top', 'w:left', 'w:bottom', 'w:right', 'w:between'],
  'w:tblPr': ['w:tblStyle', 'w:tblW', 'w:jc', 'w:tblInd', 'w:tblStyleRowBandSize', 'w:tblBorders', 'w:tblLayout', 'w:tblCellMar', 'w:tblLook'],
  'w:tblBorders': ['w:top', 'w:left', 'w:bottom', 'w:right', 'w:insideH', 'w:insideV'],
  'w:tblCellMar': ['w:top', 'w:left', 'w:bottom', 'w:right'],
  'w:tcPr': ['w:tcW', 'w:gridSpan', 'w:vMerge', 'w:tcBorders', 'w:shd', 'w:tcMar', 'w:vAlign'],
  'w:tcBorders': ['w:top', 'w:left', 'w:bottom', 'w:right'],
  'w:tcMar': ['w:top', 'w:left', 'w:bottom', 'w:right'],
  'w:sectPr': ['w:headerReference', 'w:footerReference', 'w:pgSz', 'w:pgMar', 'w:pgNumType', 'w:cols', 'w:titlePg', 'w:docGrid'],
  'w:style': ['w:name', 'w:basedOn', 'w:next', 'w:uiPriority', 'w:semiHidden', 'w:unhideWhenUsed', 'w:qFormat', 'w:pPr', 'w:rPr', 'w:tblPr', 'w:tblStylePr'],
  'w:tblStylePr': ['w:pPr', 'w:rPr', 'w:tblPr', 'w:trPr', 'w:tcPr'],
  'w:lvl': ['w:start', 'w:numFmt', 'w:pStyle', 'w:suff', 'w:lvlText', 'w:lvlJc', 'w:pPr', 'w:rPr'],
  'w:abstractNum': ['w:nsid', 'w:multiLevelType', 'w:lvl'],
  'w:settings': ['w:defaultTabStop', 'w:characterSpacingControl', 'w:compat', 'w:themeFontLang', 'w:decimalSymbol', 'w:listSeparator'],
  'w:tbl': ['w:tblPr', 'w:tblGrid', 'w:tr'],
  'w:tr': ['w:trPr', 'w:tc'],
  'w:tc': ['w:tcPr', 'w:p'],
  'w:body': ['*', 'w:sectPr'],
};

/** Elements whose children may stand in any order. */
export const anyOrder: ReadonlySet<string> = new Set(['w:trPr', 'w:p', 'w:r', 'w:hyperlink', 'w:tabs', 'w:compat', 'w:tblGrid', 'w:styles', 'w:numbering', 'w:num', 'w:docDefaults', 'w:rPrDefault', 'w:pPrDefault', 'w:document', 'w:drawing', 'w:hdr', 'w:ftr']);
