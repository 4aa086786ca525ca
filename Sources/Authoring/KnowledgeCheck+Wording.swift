import Diagnostics
import PolicyModel

/// What people read: words that stand twice, and sentences that are hard to read.
extension KnowledgeCheck {
  /// A sentence of more words is too long.
  private static let mostWords = 30

  mutating func checkWording() {
    checkRepetitions()
    for fact in knowledge.facts {
      checkReading(.fact(fact.id), fact.readTexts, "the fact '\(fact.id)'")
      for option in fact.options {
        checkSentences(
          .option(fact.id, option.id), [option.label] + [option.said].compactMap { $0 },
          "the option '\(option.id)'")
      }
    }
    for topic in knowledge.topics {
      checkSentences(
        .topic(topic.id), [topic.title] + [topic.asks].compactMap { $0 }, "the topic '\(topic.id)'")
    }
    for organisation in knowledge.organisations { checkWording(of: organisation) }
  }

  private mutating func checkWording(of organisation: Organisation) {
    for document in organisation.documents {
      for clause in document.clauses.values {
        let citation = Citation(document: document.id, clause: clause.id)
        checkReading(
          .clause(organisation.id, citation), [clause.gist],
          "the clause '\(citation)'")
      }
    }
    for contact in organisation.contacts {
      // A list with semicolons, of which each entry is read by itself.
      let purposes = contact.purpose.split(separator: ";").map(String.init)
      checkSentences(.contact(organisation.id, contact.id), purposes, "the contact '\(contact.id)'")
    }
    for fallback in organisation.fallbacks {
      checkReading(
        .fallback(organisation.id, fallback.id), [fallback.say],
        "the fallback '\(fallback.id)'")
    }
    for (topic, rules) in organisation.rules {
      for rule in rules.rules {
        checkReading(
          .rule(organisation.id, topic, rule.id), rule.advice.texts,
          "the rule '\(rule.id)'")
      }
      checkReading(
        .otherwise(organisation.id, topic), rules.otherwise.texts,
        "'otherwise'")
    }
  }

  private mutating func checkReading(
    _ place: KnowledgePlace, _ texts: [String], _ what: @autoclosure () -> String
  ) {
    checkSentences(place, texts, what())
    let age = ReadingAge(texts)
    guard let years = age.years else { return }
    let tenths = Int((years * 10).rounded())
    guard Double(tenths) > ReadingAge.highest * 10 else { return }
    report(
      place, .hardToRead,
      "\(what()) has a reading age of \(tenths / 10).\(tenths % 10) years, more than 14 "
        + "(\(ReadingAge.method))",
      hint: "the hardest sentence is: \(age.hardest)")
  }

  private mutating func checkSentences(
    _ place: KnowledgePlace, _ texts: [String], _ what: @autoclosure () -> String
  ) {
    for text in texts {
      let words = PlainWords(text)
      for sentence in words.sentenceRanges where sentence.count > Self.mostWords {
        report(
          place, .longSentence,
          "a sentence of \(what()) has \(sentence.count) words, more than \(Self.mostWords)",
          hint: "make two of it: \(words.words(sentence.prefix(6)).joined(separator: " ")) …")
      }
    }
  }

  // MARK: - Repetitions

  private mutating func checkRepetitions() {
    var questions: [[String]: Identifier<Fact>] = [:]
    for fact in knowledge.facts {
      let words = PlainWords(fact.question).lowercased
      if let first = questions[words] {
        report(
          .fact(fact.id), .repeatedWording,
          "the fact '\(fact.id)' is asked with the words of '\(first)'",
          hint: "ask both with one fact, or say how they differ",
          notes: [("'\(first)' stands here", .fact(first))])
      } else {
        questions[words] = fact.id
      }
      checkLabels(of: fact)
    }
    var titles: [[String]: Identifier<Topic>] = [:]
    for topic in knowledge.topics {
      for text in [topic.title] + [topic.asks].compactMap({ $0 }) {
        let words = PlainWords(text).lowercased
        if let first = titles[words], first != topic.id {
          report(
            .topic(topic.id), .repeatedWording,
            "the topic '\(topic.id)' is named with the words of '\(first)'",
            hint: "say how they differ", notes: [("'\(first)' stands here", .topic(first))])
        } else {
          titles[words] = topic.id
        }
      }
    }
  }

  private mutating func checkLabels(of fact: Fact) {
    var labels: [[String]: Identifier<Option>] = [:]
    for option in fact.options {
      let words = PlainWords((option.under ?? "") + " " + option.label).lowercased
      if let first = labels[words] {
        report(
          .option(fact.id, option.id), .repeatedWording,
          "the option '\(option.id)' of '\(fact.id)' is offered with the words of '\(first)'",
          hint: "say how they differ", notes: [("'\(first)' stands here", .option(fact.id, first))])
      } else {
        labels[words] = option.id
      }
    }
  }
}

extension Advice {
  /// All that employees read of it.
  fileprivate var texts: [String] {
    [say] + [because].compactMap { $0 } + steps.map(\.what) + provided.map(\.that)
  }
}

extension Fact {
  fileprivate var readTexts: [String] { [question] + [help, unsure].compactMap { $0 } }
}
