extension CaseCode.Content {
  /// The symbols of the code as numbers from 0 to 31, the check symbol last.
  ///
  /// Of the numbers that can fill up the last symbol the smallest is taken for which the check
  /// symbol is a digit; so no code has one of the signs `*~$=U`, which trip up shells and ears.
  var symbols: [Int] {
    var row = BitWriter()
    write(to: &row)
    let open = row.bits.count % 5
    let width = open <= 2 ? 5 - open : 10 - open
    row.append(0, width: width)
    var values = stride(from: 0, to: row.bits.count, by: 5).map { start in
      row.bits[start..<start + 5].reduce(0) { $0 << 1 | ($1 ? 1 : 0) }
    }
    var check = CrockfordBase32.check(values)
    while check > 31 {
      values[values.count - 1] += 1
      check = (check + 1) % CrockfordBase32.modulus
    }
    return values + [check]
  }

  private func write(to row: inout BitWriter) {
    row.append(Self.version, width: Self.versionWidth)
    row.append(organisation, width: Self.organisationWidth)
    row.append(topic, width: Self.topicWidth)
    row.append(fingerprint.facts, width: KnowledgeFingerprint.factsWidth)
    row.append(fingerprint.everything, width: KnowledgeFingerprint.everythingWidth)
    row.appendCount(entries.count)
    var next = 0
    for entry in entries {
      for _ in next..<entry.position { row.append(0, width: 1) }
      row.append(1, width: 1)
      next = entry.position + 1
      row.append(entry.fact.id, width: FactMark.idWidth)
      row.append(entry.fact.whole, width: FactMark.wholeWidth)
      entry.reply.write(to: &row)
    }
  }

  /// Reads the symbols of a code; what this version cannot have written is refused.
  init(_ symbols: [Int]) throws(CaseCode.Fault) {
    guard symbols.count >= Self.fewestSymbols else {
      throw .tooShort(symbols: symbols.count, least: Self.fewestSymbols)
    }
    let values = symbols.dropLast()
    guard CrockfordBase32.check(Array(values)) == symbols.last else { throw .mistyped }
    var row = BitWriter()
    for value in values { row.append(value, width: 5) }
    var reader = BitReader(row.bits)
    let version = reader.take(Self.versionWidth) ?? 0
    guard version <= Self.version else { throw .newerFormat(version) }
    guard version == Self.version, let content = Self(&reader), content.symbols == symbols else {
      throw .mistyped
    }
    self = content
  }

  /// Reads what follows the version.
  private init?(_ reader: inout BitReader) {
    guard let organisation = reader.take(Self.organisationWidth),
      let topic = reader.take(Self.topicWidth),
      let facts = reader.take(KnowledgeFingerprint.factsWidth),
      let everything = reader.take(KnowledgeFingerprint.everythingWidth),
      let count = reader.takeCount()
    else { return nil }
    var entries: [Entry] = []
    var next = 0
    while entries.count < count {
      guard let skipped = reader.takeNoughts(), let id = reader.take(FactMark.idWidth),
        let whole = reader.take(FactMark.wholeWidth), let reply = CodedReply(&reader)
      else { return nil }
      let mark = FactMark(id: id, whole: whole)
      entries.append(Entry(position: next + skipped, fact: mark, reply: reply))
      next += skipped + 1
    }
    self.init(
      organisation: organisation, topic: topic,
      fingerprint: KnowledgeFingerprint(facts: facts, everything: everything), entries: entries)
  }
}

extension CaseCode.Content.CodedReply {
  /// Writes 1 and one place; or 00 for not sure; or 01, the count less 2, and places.
  ///
  /// Each place is written as its distance from the first that it could be.
  fileprivate func write(to row: inout BitWriter) {
    guard case .options(let places) = self else { return row.append(0b00, width: 2) }
    row.append(places.count == 1 ? 0b1 : 0b01, width: places.count == 1 ? 1 : 2)
    if places.count > 1 { row.appendCount(places.count - 2) }
    var next = 0
    for place in places {
      row.appendCount(place - next)
      next = place + 1
    }
  }

  fileprivate init?(_ reader: inout BitReader) {
    guard let isSingle = reader.take(1) else { return nil }
    var count = 1
    if isSingle == 0 {
      guard let isSeveral = reader.take(1) else { return nil }
      guard isSeveral == 1 else {
        self = .notSure
        return
      }
      guard let further = reader.takeCount() else { return nil }
      count = further + 2
    }
    var places: [Int] = []
    var next = 0
    while places.count < count {
      guard let distance = reader.takeCount() else { return nil }
      places.append(next + distance)
      next += distance + 1
    }
    self = .options(places)
  }
}
