// SPDX-License-Identifier: MIT
#pragma once

#ifdef SOCRATES_FAULT_MUTANTS
#include <QByteArray>
#endif

namespace socrates::core {

/// Whether a safeguard of a run is on: always, but in the program that the campaign of faults
/// builds to prove that it would notice (tests/faults/mutants.py). There SOCRATES_FAULT_MUTANT
/// names the one that is off.
#ifdef SOCRATES_FAULT_MUTANTS
inline bool isSafeguardOn(const char* name)
{
    return qgetenv("SOCRATES_FAULT_MUTANT") != name;
}
#else
constexpr bool isSafeguardOn(const char*)
{
    return true;
}
#endif

} // namespace socrates::core
