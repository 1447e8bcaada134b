#include "engine/model/plan.hpp"
