// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/error.h"

#include <tl/expected.hpp>

namespace socrates::core {

/// A value, or the Error that explains why there is none.
template <class T>
using Result = tl::expected<T, Error>;

/// A value, or everything that is wrong with it (readers report all faults of a project together).
template <class T>
using ResultOrErrors = tl::expected<T, Errors>;

/// `return fail(error);` in a function that returns a Result.
inline tl::unexpected<Error> fail(Error error)
{
    return tl::unexpected<Error>(std::move(error));
}

} // namespace socrates::core
