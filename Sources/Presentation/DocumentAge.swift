import PolicyModel

/// How old a document is and whether its review is overdue, on a given day.
struct DocumentAge: Hashable, Sendable {
  let document: Document
  let today: CalendarDate

  /// Whether the printed review date has passed.
  var isReviewOverdue: Bool { document.dates.review?.isOver(on: today) ?? false }

  /// One or more sentences on the document's dates.
  var sentence: String {
    var parts = ["\(document.title) (\(document.issuer ?? "issuer not named"))"]
    let dates = document.dates
    if let date = dates.approved ?? dates.effective {
      let verb = dates.approved == nil ? "in force from" : "approved"
      parts.append("\(verb) \(Wording.date(date))" + age(of: date))
    } else {
      parts.append("no date of issue printed")
    }
    var text = parts.joined(separator: ", ") + "."
    if let note = dates.note { text += " \(note)" }
    if let review = dates.review {
      text +=
        isReviewOverdue
        ? " Its review was due in \(Wording.date(review)) and that has passed: ask whether it still holds."
        : " Its next review is due in \(Wording.date(review))."
    }
    if let verified = dates.verifiedOn {
      text += " Last compared with the document on \(Wording.date(verified))."
    } else {
      text += " Nobody has compared what stands here with the document yet."
    }
    return text
  }

  private func age(of date: CalendarDate) -> String {
    let years = date.yearsPassed(on: today)
    switch years {
    case ..<1: return ""
    case 1: return ", a year ago"
    default: return ", \(years) years ago"
    }
  }
}
